package io.pilothouse.testbed.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pilothouse.testbed.kubelet.ContainerExit;
import io.pilothouse.testbed.kubelet.ContainerRequest;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.kubelet.PodReference;
import io.pilothouse.testbed.kubelet.RunningContainer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo services without any Kafka. */
class DemoServiceRuntimeTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String PAYMENTS = "registry.shop.example/payments:2.11.0";

    @TempDir
    Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final PodNetwork network = PodNetwork.claim();
    private final DemoServiceRuntime runtime = new DemoServiceRuntime(network, () -> "127.0.0.1:9", Clock.systemUTC());

    @AfterEach
    void stop() {
        runtime.close();
        network.close();
    }

    @Test
    void recommendationsWithoutAModelSayWhyAndFail() throws Exception {
        RunningContainer container =
                runtime.start(request("registry.shop.example/recommendations:2.8.0", Map.of(), network.next()));
        assertThat(exit(container)).isEqualTo(ContainerExit.withCode(1));
        assertThat(log).anyMatch(line -> line.contains("ERROR") && line.contains("MODEL_URL is not set"));
    }

    @Test
    void aServiceIsReadyAfterAWhileHasMetricsAndEndsWhenAsked() throws Exception {
        InetAddress address = network.next();
        RunningContainer container = runtime.start(
                request("registry.shop.example/log-agent:2.3.1", Map.of("NODE_NAME", "node-a1"), address));
        assertThat(container.ready()).isFalse();
        await().atMost(SOON).until(container::ready);
        assertThat(get(address, "/healthz")).isEqualTo("ok");
        assertThat(get(address, "/metrics")).contains("# TYPE shop_failures_total counter\nshop_failures_total 0.0\n");
        assertThat(container.usage().orElseThrow().workingSetBytes()).isBetween(40L << 20, 96L << 20);

        container.stop(Duration.ofSeconds(5));
        assertThat(exit(container)).isEqualTo(ContainerExit.withCode(143));
        assertThat(container.ready()).isFalse();
    }

    @Test
    void aServiceOutlivesItsAbsentBrokersAndFloodsOnlyItsOwnLog() throws Exception {
        ListAppender<ILoggingEvent> ofThisJvm = new ListAppender<>();
        ofThisJvm.start();
        var root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(ofThisJvm);

        RunningContainer container = runtime.start(request(PAYMENTS, paymentsEnvironment(), network.next()));
        await().atMost(SOON).until(() -> log.stream().anyMatch(line -> line.contains("127.0.0.1:9")));
        assertThat(container.exit().toCompletableFuture()).isNotDone();
        assertThat(ofThisJvm.list)
                .filteredOn(event -> event.getLoggerName().startsWith("org.apache.kafka"))
                .isEmpty();
        root.detachAppender(ofThisJvm);

        container.stop(Duration.ofSeconds(10));
        assertThat(exit(container)).isEqualTo(ContainerExit.withCode(143));
    }

    @Test
    void aPodAdoptsARunningInstanceOnceWithAddressAndLog() throws Exception {
        runtime.startLoad();
        PodReference pod = pod("adopter");
        InetAddress address = runtime.address(pod, PAYMENTS).orElseThrow();
        assertThat(runtime.address(pod, PAYMENTS)).contains(address);
        assertThat(runtime.address(pod("other"), PAYMENTS)).isPresent().get().isNotEqualTo(address);

        RunningContainer adopted = runtime.start(request(PAYMENTS, paymentsEnvironment(), address));
        await().atMost(SOON).until(() -> log.stream().anyMatch(line -> line.contains("Starting payments")));
        adopted.stop(Duration.ZERO);
        assertThat(exit(adopted)).isEqualTo(ContainerExit.withCode(137));

        RunningContainer restarted = runtime.start(request(PAYMENTS, paymentsEnvironment(), address));
        assertThat(restarted).isNotSameAs(adopted);
    }

    private static Map<String, String> paymentsEnvironment() {
        return Map.of("KAFKA_INPUT_TOPICS", "orders", "KAFKA_GROUP_ID", "payments", "KAFKA_OUTPUT_TOPIC", "payments");
    }

    private static ContainerExit exit(RunningContainer container) throws Exception {
        return container.exit().toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static String get(InetAddress address, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://" + address.getHostAddress() + ":8080" + path);
            return client.send(HttpRequest.newBuilder(uri).timeout(SOON).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static PodReference pod(String name) {
        return new PodReference("shop", name, "uid-" + name, Map.of(), Map.of());
    }

    private ContainerRequest request(String image, Map<String, String> environment, InetAddress address) {
        return new ContainerRequest(
                pod("adopter"),
                "main",
                image,
                List.of(),
                List.of(),
                environment,
                address,
                directory,
                Map.of(),
                "node-a1",
                "zone-a",
                Optional.empty(),
                (at, line) -> log.add(line));
    }
}
