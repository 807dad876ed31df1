package io.pilothouse.prometheus;

import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Subject;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * What Prometheus is asked for each figure over time. Whose figures they are is written into every selector here, so that nobody gets at
 * another namespace's by what they type.
 *
 * <p>{@code max} before {@code sum} keeps from counting twice what two jobs scrape, or two replicas of Prometheus.
 */
final class HistoryCatalogue {

    /**
     * Up to this distance of points a rate is that of the newest two samples, which is true from a pod's second sample on; above it, that of
     * all samples since the point before, which smooths.
     */
    private static final Duration FINE = Duration.ofMinutes(1);

    /** In which the newest two samples are looked for. */
    private static final String NEWEST = "[5m]";

    private static final String CONTAINERS = "container!~\"|POD\"";
    private static final String STRIMZI_POD = "kubernetes_pod_name";
    private static final String ALL_TOPICS = "topic=\"\"";

    private HistoryCatalogue() {}

    /** The expression for a figure, with points at this distance. */
    static String expression(Subject subject, Figure figure, Duration step) {
        return switch (subject) {
            case Subject.ServicePods service ->
                new Selection(service.id().namespace(), "pod", pods(service.id()), step).expression(figure);
            case Subject.Brokers brokers -> ofBrokers(brokers, figure, step);
            case Subject.Group group -> new GroupSelection(group.id()).expression(figure);
        };
    }

    /** Under which label a series says what it is of. */
    static String label(Subject subject) {
        return switch (subject) {
            case Subject.ServicePods _, Subject.Brokers _ -> "pod";
            case Subject.Group _ -> "topic";
        };
    }

    /** Where the PodMonitor of Strimzi's examples is read without Prometheus' operator, pods have no other label than its own. */
    private static String ofBrokers(Subject.Brokers brokers, Figure figure, Duration step) {
        String pods = brokers.pods().stream().map(HistoryCatalogue::literal).collect(Collectors.joining("|"));
        return new Selection(brokers.namespace(), "pod", pods, step).expression(figure)
                + " or label_replace("
                + new Selection(brokers.namespace(), STRIMZI_POD, pods, step).expression(figure)
                + ", \"pod\", \"$1\", \"" + STRIMZI_POD + "\", \"(.*)\")";
    }

    /**
     * @param label under which a series says whose pod it is of
     * @param pods their names, as a regular expression
     * @param step between two points
     */
    private record Selection(String namespace, String label, String pods, Duration step) {

        String expression(Figure figure) {
            return switch (figure) {
                case CPU -> sumOfContainers(rate("container_cpu_usage_seconds_total", CONTAINERS));
                case CPU_THROTTLED ->
                    sumOfContainers(rate("container_cpu_cfs_throttled_periods_total", CONTAINERS)) + " / "
                            + sumOfContainers(rate("container_cpu_cfs_periods_total", CONTAINERS));
                case MEMORY -> sumOfContainers(selected("container_memory_working_set_bytes", CONTAINERS));
                case BYTES_IN -> meter("kafka_server_brokertopicmetrics_bytesin", ALL_TOPICS);
                case BYTES_OUT -> meter("kafka_server_brokertopicmetrics_bytesout", ALL_TOPICS);
                case MESSAGES_IN -> meter("kafka_server_brokertopicmetrics_messagesin", ALL_TOPICS);
                case UNDER_REPLICATED -> gauge("kafka_server_replicamanager_underreplicatedpartitions");
                case IN_SYNC_SHRINKS -> meter("kafka_server_replicamanager_isrshrinks", "");
                case FOLLOWER_LAG -> gauge("kafka_server_replicafetchermanager_maxlag");
                case LOG_SIZE ->
                    "sum by (" + label + ") (max by (" + label + ", topic, partition) ("
                            + selected("kafka_log_log_size", "") + "))";
                case HANDLERS_IDLE -> gauge("kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent");
                case RECORDS_WRITTEN ->
                    Catalogue.RECORDS_SENT.stream().map(this::producers).collect(Collectors.joining(" or "));
                case LAG, LAG_TIME -> throw new IllegalArgumentException(figure + " is a group's");
            };
        }

        private String selected(String metric, String more) {
            String others = label.equals(STRIMZI_POD) ? ",pod=\"\"" : "";
            return metric + "{namespace=\"" + namespace + "\"," + label + "=~\"" + pods + "\"" + others
                    + (more.isEmpty() ? "" : "," + more) + "}";
        }

        /** A range holds the samples of a dead pod for minutes, so a rate is only taken of series that still exist. */
        private String rate(String metric, String more) {
            String selected = selected(metric, more);
            return step.compareTo(FINE) <= 0
                    ? "(irate(" + selected + NEWEST + ") and " + selected + ")"
                    : "rate(" + selected + "[" + step.toSeconds() + "s])";
        }

        private String producers(String counter) {
            return "sum by (" + label + ") (max by (" + label + ", client_id, topic) (" + rate(counter, "topic!=\"\"")
                    + "))";
        }

        private String sumOfContainers(String expression) {
            return "sum by (" + label + ") (max by (" + label + ", container) (" + expression + "))";
        }

        private String gauge(String metric) {
            return "max by (" + label + ") (" + selected(metric, "") + ")";
        }

        /** As the JMX exporter names it by the rules of Strimzi's examples, or else as the Strimzi Metrics Reporter does. */
        private String meter(String name, String more) {
            return "(max by (" + label + ") (" + rate(name + "_total", more) + ") or max by (" + label + ") ("
                    + rate(name + "persec_total", more) + "))";
        }
    }

    /** A group's series: those of this console, or else those of the Kafka exporter, which knows no cluster but by Strimzi's label. */
    private record GroupSelection(GroupId id) {

        String expression(Figure figure) {
            return switch (figure) {
                case LAG ->
                    "max by (topic) (pilothouse_group_lag_records" + own()
                            + ") or sum by (topic) (max by (topic, partition) (" + "kafka_consumergroup_lag"
                            + exported() + "))";
                case LAG_TIME -> "max by (topic) (pilothouse_group_lag_seconds" + own() + ")";
                default -> throw new IllegalArgumentException(figure + " is no group's");
            };
        }

        private String own() {
            return "{kafka_namespace=" + quoted(id.cluster().namespace()) + ",kafka_cluster="
                    + quoted(id.cluster().name()) + ",group=" + quoted(id.name()) + "}";
        }

        private String exported() {
            return "{namespace=" + quoted(id.cluster().namespace()) + ",strimzi_io_cluster=~"
                    + quoted("|" + literal(id.cluster().name())) + ",consumergroup=" + quoted(id.name()) + "}";
        }
    }

    /** A group may be called anything. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** The names that a workload's controller gives to its pods, of any revision. */
    private static String pods(WorkloadId id) {
        String name = literal(id.name());
        return switch (id.kind()) {
            case WorkloadKind.DEPLOYMENT -> name + "-[a-z0-9]+-[a-z0-9]{5}";
            case WorkloadKind.CRON_JOB -> name + "-[0-9]+-[a-z0-9]{5}";
            case WorkloadKind.DAEMON_SET, WorkloadKind.JOB -> name + "-[a-z0-9]{5}";
            case WorkloadKind.STATEFUL_SET, WorkloadKind.STRIMZI_POD_SET -> name + "-[0-9]+";
        };
    }

    /** Names in Kubernetes hold nothing but lower case letters, digits, '-' and '.'. */
    private static String literal(String name) {
        return name.replaceAll("[^a-z0-9.-]", "_").replace(".", "[.]");
    }
}
