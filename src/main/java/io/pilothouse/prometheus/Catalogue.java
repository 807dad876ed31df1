package io.pilothouse.prometheus;

import io.pilothouse.fleet.spi.MetricFacts.Figure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Prometheus is asked for each figure.
 *
 * <p>A rate is that of the newest two samples, so that a new pod has a true one at once and not only after the whole range; it is taken
 * only from series that still exist, since a range would hold the samples of a dead pod for minutes. {@code max} before {@code sum} keeps
 * from counting twice what two jobs scrape, or two replicas of Prometheus.
 */
final class Catalogue {

    private static final String RANGE = "[5m]";

    /** Both the kubelet's cAdvisor and its resource endpoint name a container; cAdvisor adds series of the pod and of its sandbox. */
    private static final String CONTAINERS = "{namespace!=\"\", pod!=\"\", container!~\"|POD\"}";

    /** Of all topics: the JMX exporter and the Strimzi Metrics Reporter have series of each topic beside it. */
    private static final String ALL_TOPICS = "{topic=\"\"}";

    /**
     * The producer's own {@code record-send-total} of a topic (Kafka's documentation, "Producer Sender Metrics"), as Micrometer, the JMX
     * exporter without rules, and OpenTelemetry's Java agent name it.
     */
    static final List<String> RECORDS_SENT = List.of(
            "kafka_producer_topic_record_send_total",
            "kafka_producer_producer_topic_metrics_record_send_total",
            "kafka_producer_record_send_total");

    private Catalogue() {}

    static String expression(Figure figure) {
        return switch (figure) {
            case POD_CPU -> sumOfContainers(rate("container_cpu_usage_seconds_total" + CONTAINERS));
            case POD_MEMORY -> sumOfContainers("container_memory_working_set_bytes" + CONTAINERS);
            case BROKER_BYTES_IN -> brokerRate("bytesin");
            case BROKER_BYTES_OUT -> brokerRate("bytesout");
            case BROKER_FOLLOWER_LAG -> ofBroker("kafka_server_replicafetchermanager_maxlag");
            case RECORDS_WRITTEN -> recordsWritten();
        };
    }

    /** As the JMX exporter names it by the rules of Strimzi's examples, or else as the Strimzi Metrics Reporter does. */
    private static String brokerRate(String name) {
        String meter = "kafka_server_brokertopicmetrics_" + name;
        return ofBroker(rate(meter + "_total" + ALL_TOPICS)) + " or "
                + ofBroker(rate(meter + "persec_total" + ALL_TOPICS));
    }

    private static String recordsWritten() {
        return RECORDS_SENT.stream()
                .map(counter -> sumOfProducers(rate(counter + "{topic!=\"\"}")))
                .collect(Collectors.joining(" or "));
    }

    private static String sumOfProducers(String expression) {
        String pod = String.join(", ", PodLabels.NAMES);
        return "sum by (" + pod + ", topic) (max by (" + pod + ", client_id, topic) (" + expression + "))";
    }

    private static String rate(String counter) {
        return "(irate(" + counter + RANGE + ") and " + counter + ")";
    }

    private static String sumOfContainers(String expression) {
        return "sum by (namespace, pod) (max by (namespace, pod, container) (" + expression + "))";
    }

    private static String ofBroker(String expression) {
        return "max by (" + String.join(", ", PodLabels.NAMES) + ") (" + expression + ")";
    }
}
