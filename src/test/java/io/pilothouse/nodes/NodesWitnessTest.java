package io.pilothouse.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of nodes agrees with what kubectl says of them. */
@UsesLocalPlatform
class NodesWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Sight EVERYTHING =
            new Sight(EnumSet.allOf(ReadableKind.class), Map.of(), Set.of(new ClusterId("kafka", "main")));

    /** {@code cpu  820m (10%)  2 (25%)}, of which the first figure is the sum of requests. */
    private static final Pattern CPU = Pattern.compile("(?m)^ {2}cpu +(\\d+)(m?) ");

    private static final Pattern MEMORY = Pattern.compile("(?m)^ {2}memory +(\\d+)(Mi|Gi|Ki|) ");

    private final Kubectl kubectl;
    private final FleetStore store;

    NodesWitnessTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        store = console.bean(FleetStore.class);
    }

    @BeforeEach
    void inThePicture() {
        await().atMost(SOON).until(() -> !store.current().nodes().isEmpty());
    }

    @Test
    void whatPodsReserveOfANodeIsWhatKubectlSays() {
        List<String> nodes = kubectl.run("get", "nodes", "-o", "name").lines().toList();

        assertThat(nodes).hasSizeGreaterThanOrEqualTo(3);
        for (String node : nodes) {
            String name = node.substring(node.indexOf('/') + 1);
            await().atMost(SOON).untilAsserted(() -> {
                String witness = kubectl.run("describe", "node", name);
                NodeLoad load = load(name).orElseThrow();
                assertThat(load.requested().millicores()).isEqualTo(cpu(witness));
                assertThat(load.requested().memory()).isEqualTo(memory(witness));
                assertThat(witness).contains("Non-terminated Pods:          (" + load.pods() + " in total)");
                assertThat(witness)
                        .contains("topology.kubernetes.io/zone="
                                + load.node().zone().orElseThrow())
                        .contains("Kubelet Version:            "
                                + load.node().software().kubelet());
            });
        }
    }

    @Test
    void aNodeThatIsCordonedSaysSoAndWhereABrokerRunsIsKnown() {
        String node = kubectl.run("get", "pod", "-n", "kafka", "main-brokers-1", "-o", "jsonpath={.spec.nodeName}");
        assertThat(load(node).orElseThrow().brokers())
                .extracting(HostedBroker::id)
                .contains(1);

        kubectl.run("cordon", node);
        try {
            await().atMost(SOON).until(() -> load(node).orElseThrow().node().cordoned());
            assertThat(load(node).orElseThrow().node().health().reason()).isEqualTo("cordoned, takes no new pods");
        } finally {
            kubectl.run("uncordon", node);
        }
        await().atMost(SOON).until(() -> !load(node).orElseThrow().node().cordoned());
    }

    @Test
    void aDrainWouldWaitForWhomItsBudgetHolds() {
        await().atMost(SOON).until(() -> obstacles("orders").isEmpty());

        kubectl.run("patch", "pdb", "-n", "shop", "orders", "-p", "{\"spec\":{\"minAvailable\":\"100%\"}}");
        try {
            await().atMost(SOON).until(() -> !obstacles("orders").isEmpty());
            assertThat(obstacles("orders")).allSatisfy(obstacle -> {
                assertThat(obstacle.budget()).isEqualTo("orders");
                assertThat(obstacle.forever()).isTrue();
            });
        } finally {
            kubectl.run("patch", "pdb", "-n", "shop", "orders", "-p", "{\"spec\":{\"minAvailable\":1}}");
        }
        await().atMost(SOON).until(() -> obstacles("orders").isEmpty());
    }

    private Optional<NodeLoad> load(String node) {
        VisibleFleet fleet = fleet();
        return fleet.nodes()
                .filter(present -> present.name().equals(node))
                .map(NodeInventory.of(node, fleet)::load)
                .findFirst();
    }

    private List<DrainObstacle> obstacles(String service) {
        VisibleFleet fleet = fleet();
        return fleet.nodes()
                .flatMap(node -> NodeLoss.of(node.name(), fleet).obstacles().stream())
                .filter(obstacle -> obstacle.service().name().equals(service))
                .toList();
    }

    private VisibleFleet fleet() {
        return new VisibleFleet(store.current(), EVERYTHING);
    }

    private static long cpu(String description) {
        Matcher matcher = found(CPU, description);
        long amount = Long.parseLong(matcher.group(1));
        return matcher.group(2).isEmpty() ? amount * 1000 : amount;
    }

    private static long memory(String description) {
        Matcher matcher = found(MEMORY, description);
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "Ki" -> amount << 10;
            case "Mi" -> amount << 20;
            case "Gi" -> amount << 30;
            default -> amount;
        };
    }

    private static Matcher found(Pattern pattern, String description) {
        Matcher matcher = pattern.matcher(description.substring(description.indexOf("Allocated resources:")));
        assertThat(matcher.find()).as(description).isTrue();
        return matcher;
    }
}
