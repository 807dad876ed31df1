package io.pilothouse.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.pilothouse.fleet.spi.MetricFacts.Figure;
import io.pilothouse.fleet.spi.MetricFacts.Measurement;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.process.ChildProcess;
import io.pilothouse.testbed.process.FreePorts;
import io.pilothouse.testbed.programs.Program;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue's expressions, on a real Prometheus that scrapes known series in all the vocabularies there are. */
@RunsAlongside
class CatalogueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Offset<Double> EXACT = within(0.001);

    private static final String CPU = "container_cpu_usage_seconds_total";
    private static final String MEMORY = "container_memory_working_set_bytes";
    private static final String LAG = "kafka_server_replicafetchermanager_maxlag";

    private static Exposition exposition;
    private static ChildProcess prometheus;
    private static PrometheusMetricFacts facts;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        exposition = new Exposition();
        kubeletSeries();
        brokerSeries();
        producerSeries();
        Programs programs = Programs.ofThisUser();
        programs.build(ProgramSet.PROMETHEUS, _ -> {});
        int port = FreePorts.next();
        Files.writeString(directory.resolve("prometheus.yaml"), configuration());
        prometheus = ChildProcess.start(
                "prometheus",
                List.of(
                        programs.path(Program.PROMETHEUS).toString(),
                        "--config.file=" + directory.resolve("prometheus.yaml"),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn"),
                Map.of(),
                directory,
                directory.resolve("log"));
        facts = new PrometheusMetricFacts(
                new PrometheusProperties(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(3)),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        facts.close();
        prometheus.close();
        exposition.close();
    }

    private static void kubeletSeries() {
        // a pod of two containers, of which cAdvisor counts the sandbox and the whole besides
        cadvisor("shop", "orders-1", "app", 0.25, 300e6);
        cadvisor("shop", "orders-1", "sidecar", 0.05, 50e6);
        cadvisor("shop", "orders-1", "", 0.31, 360e6);
        cadvisor("shop", "orders-1", "POD", 0.01, 1e6);
        exposition.counter("/cadvisor", CPU + "{id=\"/\",cpu=\"total\"}", 3);
        // the resource endpoint tells of the same, and of a pod whose node has no cAdvisor
        resource("shop", "orders-1", "app", 0.25, 300e6);
        resource("shop", "orders-1", "sidecar", 0.05, 50e6);
        resource("shop", "payments-1", "app", 0.5, 200e6);
        exposition.counter("/resource", "pod_cpu_usage_seconds_total{namespace=\"shop\",pod=\"orders-1\"}", 0.31);
    }

    private static void brokerSeries() {
        broker("/jmx", "_total", 1000, 3000);
        broker("/reporter", "persec_total", 500, 700);
        exposition.gauge("/jmx", LAG + "{clientId=\"Replica\"}", 42);
        exposition.gauge("/reporter", LAG + "{clientId=\"Replica\"}", 7);
        exposition.gauge("/broken", LAG + "{clientId=\"Replica\"}", Double.NaN);
        exposition.gauge("/nameless", LAG + "{clientId=\"Replica\"}", 5);
    }

    private static void producerSeries() {
        // two producers in one pod, of which one writes to two topics; the total over all topics is nobody's
        String micrometer = "kafka_producer_topic_record_send_total";
        exposition.counter("/micrometer", micrometer + "{client_id=\"a\",topic=\"orders\"}", 20);
        exposition.counter("/micrometer", micrometer + "{client_id=\"b\",topic=\"orders\"}", 5);
        exposition.counter("/micrometer", micrometer + "{client_id=\"b\",topic=\"audit\"}", 1);
        exposition.counter("/micrometer", "kafka_producer_record_send_total{client_id=\"a\"}", 20);
        exposition.counter(
                "/exporter",
                "kafka_producer_producer_topic_metrics_record_send_total{client_id=\"c\",topic=\"orders\"}",
                7);
        exposition.counter("/agent", "kafka_producer_record_send_total{client_id=\"d\",topic=\"orders\"}", 9);
    }

    private static void cadvisor(String namespace, String pod, String container, double cores, double bytes) {
        String labels = "{namespace=\"" + namespace + "\",pod=\"" + pod + "\",container=\"" + container
                + "\",image=\"" + (container.isEmpty() ? "" : "registry/" + container) + "\",id=\"/kubepods/" + pod
                + "/"
                + container + "\"";
        exposition.counter("/cadvisor", CPU + labels + ",cpu=\"total\"}", cores);
        exposition.gauge("/cadvisor", MEMORY + labels + "}", bytes);
    }

    private static void resource(String namespace, String pod, String container, double cores, double bytes) {
        String labels = "{namespace=\"" + namespace + "\",pod=\"" + pod + "\",container=\"" + container + "\"}";
        exposition.counter("/resource", CPU + labels, cores);
        exposition.gauge("/resource", MEMORY + labels, bytes);
    }

    private static void broker(String path, String suffix, double in, double out) {
        String meter = "kafka_server_brokertopicmetrics_bytes";
        exposition.counter(path, meter + "in" + suffix, in);
        exposition.counter(path, meter + "in" + suffix + "{topic=\"orders\"}", in);
        exposition.counter(path, meter + "out" + suffix, out);
        exposition.counter(path, meter + "out" + suffix + "{topic=\"orders\"}", out);
    }

    /** The labels of targets are those that Kubernetes' and Strimzi's usual scrape configurations give them. */
    private static String configuration() {
        return "global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n"
                + job("cadvisor", "{}")
                + job("resource", "{}")
                + job("jmx", "{namespace: kafka, kubernetes_pod_name: main-brokers-0}")
                + job("reporter", "{namespace: kafka, kubernetes_pod_name: other-brokers-0, pod: other-brokers-0}")
                + job("broken", "{namespace: kafka, kubernetes_pod_name: broken-brokers-0}")
                + job("leaving", "{namespace: leaving, pod: brokers-0}")
                + job("micrometer", "{namespace: writers, pod: micrometer-1}")
                + job("exporter", "{namespace: writers, pod: exporter-1}")
                + job("agent", "{namespace: writers, pod: agent-1}")
                + job("nameless", "{}");
    }

    private static String job(String name, String labels) {
        return "- job_name: " + name + "\n  metrics_path: /" + name + "\n  honor_labels: true\n"
                + "  static_configs: [{targets: [\"" + exposition.address() + "\"], labels: " + labels + "}]\n";
    }

    @Test
    void countsEachContainerOfAPodOnce() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(Figure.POD_CPU, "shop"))
                    .hasSize(2)
                    .hasEntrySatisfying("orders-1", cores -> assertThat(cores).isCloseTo(0.3, EXACT))
                    .hasEntrySatisfying("payments-1", cores -> assertThat(cores).isCloseTo(0.5, EXACT));
            assertThat(read(Figure.POD_MEMORY, "shop")).isEqualTo(Map.of("orders-1", 350e6, "payments-1", 200e6));
        });
    }

    @Test
    void knowsThroughputInBothVocabularies() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(Figure.BROKER_BYTES_IN, "kafka"))
                    .hasSize(2)
                    .hasEntrySatisfying(
                            "main-brokers-0", bytes -> assertThat(bytes).isCloseTo(1000, EXACT))
                    .hasEntrySatisfying(
                            "other-brokers-0", bytes -> assertThat(bytes).isCloseTo(500, EXACT));
            assertThat(read(Figure.BROKER_BYTES_OUT, "kafka"))
                    .hasSize(2)
                    .hasEntrySatisfying(
                            "main-brokers-0", bytes -> assertThat(bytes).isCloseTo(3000, EXACT))
                    .hasEntrySatisfying(
                            "other-brokers-0", bytes -> assertThat(bytes).isCloseTo(700, EXACT));
        });
    }

    @Test
    void knowsWhatEachPodWritesInAllVocabularies() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<Map<String, String>, Double> written = facts.read(Figure.RECORDS_WRITTEN).stream()
                    .collect(Collectors.toMap(Measurement::labels, Measurement::value));
            assertThat(written)
                    .hasSize(4)
                    .hasEntrySatisfying(
                            writer("micrometer-1", "orders"),
                            rate -> assertThat(rate).isCloseTo(25, EXACT))
                    .hasEntrySatisfying(
                            writer("micrometer-1", "audit"),
                            rate -> assertThat(rate).isCloseTo(1, EXACT))
                    .hasEntrySatisfying(
                            writer("exporter-1", "orders"),
                            rate -> assertThat(rate).isCloseTo(7, EXACT))
                    .hasEntrySatisfying(
                            writer("agent-1", "orders"),
                            rate -> assertThat(rate).isCloseTo(9, EXACT));
        });
    }

    private static Map<String, String> writer(String pod, String topic) {
        return Map.of("namespace", "writers", "pod", pod, "topic", topic);
    }

    @Test
    void dropsWhatIsNoNumberAndWhatIsNobodys() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(Figure.BROKER_FOLLOWER_LAG, "kafka"))
                        .isEqualTo(Map.of("main-brokers-0", 42.0, "other-brokers-0", 7.0)));
    }

    @Test
    void forgetsABrokerAsSoonAsItIsGone() {
        String series = "kafka_server_brokertopicmetrics_bytesin_total";
        exposition.untimedCounter("/leaving", series, 100);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(read(Figure.BROKER_BYTES_IN, "leaving")).containsKey("brokers-0"));

        exposition.remove("/leaving", series);

        await().untilAsserted(() ->
                assertThat(read(Figure.BROKER_BYTES_IN, "leaving")).isEmpty());
    }

    /** Values of a namespace by pod. */
    private static Map<String, Double> read(Figure figure, String namespace) {
        try {
            return facts.read(figure).stream()
                    .filter(measurement -> namespace.equals(measurement.labels().get("namespace")))
                    .collect(Collectors.toMap(
                            measurement -> String.valueOf(measurement.labels().get("pod")), Measurement::value));
        } catch (SourceUnavailable e) {
            throw new AssertionError(e.failure().toString(), e);
        }
    }
}
