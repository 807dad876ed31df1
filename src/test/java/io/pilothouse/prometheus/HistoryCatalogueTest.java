package io.pilothouse.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Subject;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is asked for charts, on a real one that scrapes known series; the last point is compared. */
@RunsAlongside
class HistoryCatalogueTest {

    /** Values are written in milliseconds' steps. */
    private static final double ALMOST = 0.01;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Subject ORDERS =
            new Subject.ServicePods(new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders"));
    private static final Subject BROKERS =
            new Subject.Brokers("kafka", List.of("main-brokers-0", "main-brokers-1", "main-brokers-2"));

    private static Exposition exposition;
    private static ChildProcess prometheus;
    private static PrometheusHistory history;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        exposition = new Exposition();
        ofPods();
        ofBrokers();
        ofGroups();
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
        history = new PrometheusHistory(
                new PrometheusProperties(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(3)),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        history.close();
        prometheus.close();
        exposition.close();
    }

    private static void ofPods() {
        container("shop", "orders-847c4b6588-8xh4k", "app", 0.25);
        container("shop", "orders-847c4b6588-8xh4k", "sidecar", 0.05);
        container("shop", "orders-847c4b6588-8xh4k", "POD", 0.01);
        // of the revision before, of another service whose name begins alike, and of another namespace
        container("shop", "orders-6fd4ddbb48-jpsxf", "app", 0.5);
        container("shop", "orders-export-847c4b6588-8xh4k", "app", 1);
        container("other", "orders-847c4b6588-zzzzz", "app", 2);
        String periods = "{namespace=\"shop\",pod=\"orders-847c4b6588-8xh4k\",container=\"app\"}";
        exposition.counter("/pods", "container_cpu_cfs_periods_total" + periods, 10);
        exposition.counter("/pods", "container_cpu_cfs_throttled_periods_total" + periods, 2.5);
        String producer = "kafka_producer_topic_record_send_total{namespace=\"shop\",pod=\"orders-847c4b6588-8xh4k\",";
        exposition.counter("/pods", producer + "client_id=\"a\",topic=\"orders\"}", 20);
        exposition.counter("/pods", producer + "client_id=\"a\",topic=\"audit\"}", 4);
    }

    private static void ofGroups() {
        String own = "kafka_namespace=\"kafka\",kafka_cluster=\"main\",";
        exposition.gauge("/console", "pilothouse_group_lag_records{" + own + "group=\"mail\",topic=\"orders\"}", 300);
        exposition.gauge("/console", "pilothouse_group_lag_seconds{" + own + "group=\"mail\",topic=\"orders\"}", 12);
        exposition.gauge(
                "/console", "pilothouse_group_lag_records{" + own + "group=\"odd \\\"name\\\\\",topic=\"orders\"}", 7);
        // the exporter tells of each partition, and not of which cluster where nobody relabels it
        String exported = "kafka_consumergroup_lag{topic=\"orders\",";
        exposition.gauge("/kafka-exporter", exported + "consumergroup=\"books\",partition=\"0\"}", 30);
        exposition.gauge("/kafka-exporter", exported + "consumergroup=\"books\",partition=\"1\"}", 12);
        exposition.gauge("/kafka-exporter", exported + "consumergroup=\"mail\",partition=\"0\"}", 999);
        exposition.gauge("/other-exporter", exported + "consumergroup=\"books\",partition=\"0\"}", 5_000);
    }

    private static void container(String namespace, String pod, String container, double cores) {
        String labels = "{namespace=\"" + namespace + "\",pod=\"" + pod + "\",container=\"" + container + "\"}";
        exposition.counter("/pods", "container_cpu_usage_seconds_total" + labels, cores);
        exposition.gauge("/pods", "container_memory_working_set_bytes" + labels, cores * 1e9);
    }

    private static void ofBrokers() {
        broker("/exporter", "_total", 1000);
        broker("/reporter", "persec_total", 500);
        broker("/monitor", "_total", 250);
        broker("/stranger", "_total", 9);
    }

    private static void broker(String path, String suffix, double bytes) {
        String meter = "kafka_server_brokertopicmetrics_";
        exposition.counter(path, meter + "bytesin" + suffix, bytes);
        exposition.counter(path, meter + "bytesin" + suffix + "{topic=\"orders\"}", bytes * 2);
        exposition.counter(path, meter + "bytesout" + suffix, bytes * 3);
        exposition.counter(path, meter + "messagesin" + suffix, bytes / 10);
        exposition.counter(path, "kafka_server_replicamanager_isrshrinks" + suffix, bytes / 1000);
        exposition.gauge(path, "kafka_server_replicamanager_underreplicatedpartitions", bytes / 250);
        exposition.gauge(path, "kafka_server_replicafetchermanager_maxlag{clientId=\"Replica\"}", bytes);
        exposition.gauge(path, "kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent", bytes / 1000);
        exposition.gauge(path, "kafka_log_log_size{topic=\"orders\",partition=\"0\"}", bytes);
        exposition.gauge(path, "kafka_log_log_size{topic=\"orders\",partition=\"1\"}", bytes);
    }

    /** As pods are named by Prometheus' operator, by the two together, and by the PodMonitor of Strimzi's examples alone. */
    private static String configuration() {
        return "global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n"
                + job("pods", "{}")
                + job("exporter", "{namespace: kafka, pod: main-brokers-0}")
                + job("reporter", "{namespace: kafka, kubernetes_pod_name: main-brokers-1, pod: main-brokers-1}")
                + job("monitor", "{namespace: kafka, kubernetes_pod_name: main-brokers-2}")
                + job("console", "{}")
                + job("kafka-exporter", "{namespace: kafka}")
                + job("other-exporter", "{namespace: kafka, strimzi_io_cluster: other}")
                + job("stranger", "{namespace: kafka, pod: other-brokers-0}");
    }

    private static String job(String name, String labels) {
        return "- job_name: " + name + "\n  metrics_path: /" + name + "\n  honor_labels: true\n"
                + "  static_configs: [{targets: [\"" + exposition.address() + "\"], labels: " + labels + "}]\n";
    }

    @Test
    void drawsThePodsOfAServiceAndNobodyElses() {
        newest(ORDERS, Figure.CPU, Map.of("orders-847c4b6588-8xh4k", 0.3, "orders-6fd4ddbb48-jpsxf", 0.5));
        newest(ORDERS, Figure.MEMORY, Map.of("orders-847c4b6588-8xh4k", 0.3e9, "orders-6fd4ddbb48-jpsxf", 0.5e9));
        newest(ORDERS, Figure.CPU_THROTTLED, Map.of("orders-847c4b6588-8xh4k", 0.25));
    }

    @Test
    void drawsBrokersHoweverTheirPodsAreNamed() {
        brokers(Figure.BYTES_IN, 1000, 500, 250);
        brokers(Figure.BYTES_OUT, 3000, 1500, 750);
        brokers(Figure.MESSAGES_IN, 100, 50, 25);
        brokers(Figure.IN_SYNC_SHRINKS, 1, 0.5, 0.25);
        brokers(Figure.UNDER_REPLICATED, 4, 2, 1);
        brokers(Figure.FOLLOWER_LAG, 1000, 500, 250);
        brokers(Figure.HANDLERS_IDLE, 1, 0.5, 0.25);
        brokers(Figure.LOG_SIZE, 2000, 1000, 500);
    }

    @Test
    void drawsTheLagOfAGroupAsThisConsoleOrTheKafkaExporterTellsIt() {
        newest(group("mail"), Figure.LAG, Map.of("orders", 300.0));
        newest(group("mail"), Figure.LAG_TIME, Map.of("orders", 12.0));
        newest(group("odd \"name\\"), Figure.LAG, Map.of("orders", 7.0));
        newest(group("books"), Figure.LAG, Map.of("orders", 42.0));
    }

    private static Subject group(String name) {
        return new Subject.Group(new GroupId(new ClusterId("kafka", "main"), name));
    }

    @Test
    void drawsWhatThePodsOfAServiceWrite() {
        newest(ORDERS, Figure.RECORDS_WRITTEN, Map.of("orders-847c4b6588-8xh4k", 24.0));
    }

    @Test
    void whatNobodyMeasuresIsNotZero() throws SourceUnavailable {
        Subject unknown = new Subject.ServicePods(new WorkloadId("shop", WorkloadKind.STATEFUL_SET, "orders"));
        newest(ORDERS, Figure.CPU, Map.of("orders-847c4b6588-8xh4k", 0.3, "orders-6fd4ddbb48-jpsxf", 0.5));
        assertThat(read(unknown, Figure.CPU).series()).isEmpty();
    }

    @Test
    void smoothsWherePointsAreFarApart() {
        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).untilAsserted(() -> {
            Instant now = Clock.systemUTC().instant();
            History day = history.read(ORDERS, Figure.CPU, now.minusSeconds(86_400), now, Duration.ofMinutes(6));
            assertThat(day.expression()).contains("[360s]");
            assertThat(day.series())
                    .hasSize(2)
                    .allSatisfy(series ->
                            assertThat(series.points().getLast().value()).isBetween(0.0, 0.5));
        });
    }

    private static void brokers(Figure figure, double first, double second, double third) {
        newest(BROKERS, figure, Map.of("main-brokers-0", first, "main-brokers-1", second, "main-brokers-2", third));
    }

    private static void newest(Subject subject, Figure figure, Map<String, Double> expected) {
        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).untilAsserted(() -> {
            Map<String, Double> found = read(subject, figure).series().stream()
                    .collect(Collectors.toMap(
                            History.Series::name,
                            series -> series.points().getLast().value()));
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            expected.forEach((name, value) ->
                    assertThat(found.get(name)).as(figure + " of " + name).isCloseTo(value, within(value * ALMOST)));
        });
    }

    private static History read(Subject subject, Figure figure) throws SourceUnavailable {
        Instant now = Instant.ofEpochSecond(Clock.systemUTC().instant().getEpochSecond());
        return history.read(subject, figure, now.minusSeconds(60), now, Duration.ofSeconds(1));
    }
}
