package io.pilothouse.testbed.strimzi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import io.pilothouse.testbed.kafka.BrokerName;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.pilothouse.testbed.kafka.KafkaInstallation;
import io.pilothouse.testbed.kubelet.KubeletSettings;
import io.pilothouse.testbed.kubelet.LocalKubelet;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import io.strimzi.api.kafka.model.podset.StrimziPodSetStatus;
import io.strimzi.api.kafka.model.rebalance.KafkaRebalance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsAlongside
class LocalStrimziTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final StrimziSettings SETTINGS = StrimziSettings.forWatching(List.of("zone-a", "zone-b", "zone-c"));

    @TempDir
    Path directory;

    @Test
    void podsTakeOverTheRunningBrokersAndComeBackWhenDeleted() throws Exception {
        Programs programs = Programs.ofThisUser();
        programs.build(ProgramSet.CONTROL_PLANE, _ -> {});
        List<KafkaInstallation> installations = List.of(KafkaInstallation.resolve("4.4.0"));
        Clock clock = Clock.systemUTC();
        KafkaScene scene = KafkaScene.load();
        try (PodNetwork network = PodNetwork.claim();
                BrokerRuntime brokers =
                        new BrokerRuntime(() -> installations, network, directory.resolve("kafka"), clock)) {
            scene.startBrokers(brokers, SETTINGS);
            List<Long> pids = pids(brokers);
            try (ControlPlane plane = new ControlPlane(new ControlPlaneFiles(directory), programs);
                    LocalKubelet kubelet = new LocalKubelet(
                            plane.config(Account.ADMIN),
                            network,
                            List.of(brokers),
                            KubeletSettings.asInLife(),
                            directory.resolve("kubelet"),
                            clock);
                    LocalStrimzi strimzi = new LocalStrimzi(plane.config(Account.ADMIN), brokers, SETTINGS, clock)) {
                plane.startAndAwait();
                kubelet.start();
                try (KubernetesClient client = plane.client(Account.ADMIN)) {
                    StrimziDefinitions.generate(directory.resolve("definitions"))
                            .apply(client);
                    assertThat(client.resources(KafkaRebalance.class)
                                    .inAnyNamespace()
                                    .list()
                                    .getItems())
                            .isEmpty();
                    strimzi.start();
                    scene.apply(client);

                    await().atMost(LIMIT)
                            .untilAsserted(() -> assertThat(kafka(client)).matches(Kafka.isReady()));
                    assertThat(pids(brokers)).isEqualTo(pids);
                    assertThat(zones(client)).containsExactly("zone-a", "zone-b", "zone-c");
                    assertStatuses(client, scene.bootstrapServers(brokers));

                    Pod deleted = pod(client, 1);
                    client.resource(deleted).delete();
                    await().atMost(LIMIT).until(() -> isAnotherAndReady(client, deleted));
                    assertThat(brokers.pid(name(1)).orElseThrow()).isNotEqualTo(pids.get(1));
                    assertThat(nodes(scene.bootstrapServers(brokers))).isEqualTo(3);
                }
            }
        }
    }

    private static void assertStatuses(KubernetesClient client, String bootstrap) {
        var kafka = kafka(client).getStatus();
        assertThat(kafka.getListeners().getFirst().getBootstrapServers()).isEqualTo(bootstrap);
        assertThat(kafka.getObservedGeneration()).isEqualTo(1);
        assertThat(kafka.getConditions()).singleElement().satisfies(condition -> {
            assertThat(condition.getType()).isEqualTo("Ready");
            assertThat(condition.getStatus()).isEqualTo("True");
        });
        var pool = client.resources(KafkaNodePool.class)
                .inNamespace("kafka")
                .withName("brokers")
                .get()
                .getStatus();
        assertThat(pool.getNodeIds()).containsExactly(0, 1, 2);
        assertThat(pool.getConditions()).isEmpty();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(podSet(client).getReadyPods()).isEqualTo(3));
        assertThat(podSet(client).getCurrentPods()).isEqualTo(3);
    }

    private static StrimziPodSetStatus podSet(KubernetesClient client) {
        return client.resources(StrimziPodSet.class)
                .inNamespace("kafka")
                .withName("main-brokers")
                .get()
                .getStatus();
    }

    private static Kafka kafka(KubernetesClient client) {
        return client.resources(Kafka.class)
                .inNamespace("kafka")
                .withName("main")
                .get();
    }

    private static Pod pod(KubernetesClient client, int node) {
        return client.pods()
                .inNamespace("kafka")
                .withName("main-brokers-" + node)
                .get();
    }

    private static boolean isAnotherAndReady(KubernetesClient client, Pod deleted) {
        Pod present = pod(client, 1);
        return present != null
                && !present.getMetadata().getUid().equals(deleted.getMetadata().getUid())
                && Readiness.isPodReady(present);
    }

    private static List<String> zones(KubernetesClient client) {
        return IntStream.range(0, 3)
                .mapToObj(node -> pod(client, node).getSpec().getNodeName())
                .map(node -> client.nodes().withName(node).get())
                .map(node -> node.getMetadata().getLabels().getOrDefault("topology.kubernetes.io/zone", ""))
                .toList();
    }

    private static List<Long> pids(BrokerRuntime brokers) {
        return IntStream.range(0, 3)
                .mapToObj(node -> brokers.pid(name(node)).orElseThrow())
                .toList();
    }

    private static BrokerName name(int node) {
        return new BrokerName("kafka", "main-brokers-" + node);
    }

    private static int nodes(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).size();
        }
    }
}
