package io.pilothouse.testbed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.kubelet.PodNetwork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsAlongside
class BrokerRuntimeTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void aKilledBrokerIsMissedAndComesBackWithItsData() throws Exception {
        List<KafkaInstallation> installations = List.of(KafkaInstallation.resolve("4.4.0"));
        try (PodNetwork network = PodNetwork.claim();
                BrokerRuntime brokers = new BrokerRuntime(() -> installations, network, directory, Clock.systemUTC())) {
            for (int node = 0; node < 3; node++) {
                brokers.start(start(brokers, node));
            }
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap(brokers)))) {
                await().atMost(LIMIT).until(() -> nodes(admin).equals("0@zone-0,1@zone-1,2@zone-2"));
                String id = admin.createTopics(List.of(new NewTopic("kept", 1, (short) 3)))
                        .topicId("kept")
                        .get(10, TimeUnit.SECONDS)
                        .toString();
                await().atMost(LIMIT).ignoreExceptions().until(() -> inSync(admin) == 3);

                ProcessHandle.of(brokers.pid(name(1)).orElseThrow())
                        .orElseThrow()
                        .destroyForcibly();
                await().atMost(LIMIT).until(() -> nodes(admin).equals("0@zone-0,2@zone-2"));
                brokers.start(start(brokers, 1));
                await().atMost(LIMIT).ignoreExceptions().until(() -> inSync(admin) == 3 && brokers.ready(name(1)));
                assertThat(topicId(admin)).isEqualTo(id);
            }
            assertThat(metrics(brokers, 1)).contains("kafka_server_replicamanager_partitioncount");
        }
    }

    private static BrokerStart start(BrokerRuntime brokers, int node) {
        String voters = hosts(host -> host + ":9090");
        String config = """
                node.id=%1$d
                process.roles=broker,controller
                broker.rack=${strimzidir:/opt/kafka/init:rack.id}
                listeners=CONTROLPLANE-9090://0.0.0.0:9090,REPLICATION-9091://0.0.0.0:9091,PLAIN-9092://0.0.0.0:9092
                advertised.listeners=REPLICATION-9091://%2$s:9091,PLAIN-9092://%2$s:9092
                listener.security.protocol.map=CONTROLPLANE-9090:PLAINTEXT,REPLICATION-9091:PLAINTEXT,PLAIN-9092:PLAINTEXT
                controller.listener.names=CONTROLPLANE-9090
                inter.broker.listener.name=REPLICATION-9091
                controller.quorum.voters=%3$s
                log.dirs=/var/lib/kafka/data-0/kafka-log%1$d
                """.formatted(node, host(node), voters);
        Path volume = brokers.volume("kafka", "data-0-" + name(node).pod());
        return new BrokerStart(
                name(node),
                "4.4.0",
                config,
                "AAAAAAAAQACAAAAAAAAAAA",
                "zone-" + node,
                Map.of("/var/lib/kafka/data-0", volume));
    }

    private static String hosts(UnaryOperator<String> form) {
        return IntStream.range(0, 3)
                .mapToObj(node -> node + "@" + form.apply(host(node)))
                .collect(Collectors.joining(","));
    }

    private static String host(int node) {
        return name(node).host("main-kafka-brokers");
    }

    private static BrokerName name(int node) {
        return new BrokerName("kafka", "main-brokers-" + node);
    }

    private static String bootstrap(BrokerRuntime brokers) {
        return brokers.address(name(0)).getHostAddress() + ":9092,"
                + brokers.address(name(2)).getHostAddress() + ":9092";
    }

    private static String nodes(Admin admin) throws InterruptedException {
        try {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).stream()
                    .sorted(Comparator.comparingInt(Node::id))
                    .map(node -> node.id() + "@" + node.rack())
                    .collect(Collectors.joining(","));
        } catch (ExecutionException | TimeoutException notYet) {
            return "";
        }
    }

    private static String topicId(Admin admin) throws Exception {
        return topic(admin).topicId().toString();
    }

    private static int inSync(Admin admin) throws Exception {
        return topic(admin).partitions().getFirst().isr().size();
    }

    private static TopicDescription topic(Admin admin) throws Exception {
        return admin.describeTopics(List.of("kept"))
                .allTopicNames()
                .get(10, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next();
    }

    private static String metrics(BrokerRuntime brokers, int node) throws IOException, InterruptedException {
        String host = brokers.address(name(node)).getHostAddress();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://" + host + ":9404/metrics"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
