package io.pilothouse.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ClusterId;
import io.pilothouse.clusters.Loss;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeLossTest {

    private static final Fleet FLEET = SampleFleet.of(
                    SampleWorkload.deployment("shop", "orders")
                            .pods(on("orders-1", "node-a1"), on("orders-2", "node-b1"), on("orders-3", "node-a1"))
                            .build(),
                    SampleWorkload.deployment("shop", "payments")
                            .pods(
                                    on("payments-1", "node-a1"),
                                    SamplePod.named("shop", "payments-2")
                                            .pending("cannot be scheduled")
                                            .build())
                            .build(),
                    SampleWorkload.of("shop", WorkloadKind.DAEMON_SET, "log-agent")
                            .pods(on("log-agent-1", "node-a1"))
                            .build(),
                    SampleWorkload.deployment("analytics", "reports")
                            .pods(on("reports-1", "node-a1"))
                            .build())
            .with(SampleCluster.of(SampleFleet.MAIN).build())
            .build();

    @Test
    void whatHasNoReadyPodElsewhereStops() {
        NodeLoss loss = NodeLoss.of("node-a1", new VisibleFleet(FLEET, FakeSights.EVERYTHING));

        assertThat(loss.services())
                .containsExactly(
                        new NodeLoss.ServiceLoss(deployment("analytics", "reports"), 1, 0),
                        new NodeLoss.ServiceLoss(deployment("shop", "payments"), 1, 0),
                        new NodeLoss.ServiceLoss(deployment("shop", "orders"), 2, 1));
        assertThat(loss.stopped())
                .extracting(stopped -> stopped.service().name())
                .containsExactly("reports", "payments");
        assertThat(loss.clusters())
                .containsExactly(new NodeLoss.ClusterLoss(SampleFleet.MAIN, List.of(0), 2, Optional.of(Loss.NONE)));
    }

    @Test
    void anotherNodeTakesWithItWhatIsThere() {
        NodeLoss loss = NodeLoss.of("node-c1", new VisibleFleet(FLEET, FakeSights.EVERYTHING));

        assertThat(loss.services()).isEmpty();
        assertThat(loss.clusters())
                .containsExactly(new NodeLoss.ClusterLoss(SampleFleet.MAIN, List.of(2), 2, Optional.of(Loss.NONE)));
    }

    @Test
    void aDrainWaitsForWhatABudgetHolds() {
        assertThat(obstacle(new DisruptionBudget("orders", 1, 3, 2, 3, true))).isEmpty();
        assertThat(obstacle(new DisruptionBudget("orders", 0, 2, 2, 3, true)))
                .containsExactly(new DrainObstacle(deployment("shop", "orders"), "orders", false));
        assertThat(obstacle(new DisruptionBudget("orders", 0, 3, 3, 3, true)))
                .containsExactly(new DrainObstacle(deployment("shop", "orders"), "orders", true));
        assertThat(obstacle(
                        new DisruptionBudget("all", 1, 9, 8, 9, true),
                        new DisruptionBudget("orders", 1, 3, 2, 3, true)))
                .containsExactly(new DrainObstacle(deployment("shop", "orders"), "all", true));
    }

    private static List<DrainObstacle> obstacle(DisruptionBudget... budgets) {
        Fleet fleet = SampleFleet.of(SampleWorkload.deployment("shop", "orders")
                        .pods(on("orders-1", "node-a1"), on("orders-2", "node-b1"))
                        .budgets(budgets)
                        .build())
                .build();
        assertThat(NodeLoss.of("node-c1", new VisibleFleet(fleet, FakeSights.EVERYTHING))
                        .obstacles())
                .isEmpty();
        assertThat(NodeLoss.of("node-a1", new VisibleFleet(fleet, FakeSights.ofNamespace("shop")))
                        .obstacles())
                .isEmpty();
        return NodeLoss.of("node-a1", new VisibleFleet(fleet, FakeSights.EVERYTHING))
                .obstacles();
    }

    @Test
    void whatAPersonMayNotSeeIsNotNamed() {
        Sight shopAlone = new Sight(
                Set.of(ReadableKind.NODES),
                Map.of(ReadableKind.DEPLOYMENTS, Set.of("shop"), ReadableKind.PODS, Set.of("shop")),
                Set.<ClusterId>of());

        NodeLoss loss = NodeLoss.of("node-a1", new VisibleFleet(FLEET, shopAlone));
        NodeInventory inventory = NodeInventory.of("node-a1", new VisibleFleet(FLEET, shopAlone));

        assertThat(loss.services()).extracting(each -> each.service().name()).containsExactly("payments", "orders");
        assertThat(loss.clusters()).isEmpty();
        assertThat(inventory.brokers("node-a1")).isEmpty();
        assertThat(inventory.pods("node-a1"))
                .extracting(pod -> pod.pod().name())
                .containsExactly("log-agent-1", "orders-1", "orders-3", "payments-1");
        assertThat(inventory.pods("node-a1").getFirst().service()).isEmpty();
    }

    private static WorkloadId deployment(String namespace, String name) {
        return new WorkloadId(namespace, WorkloadKind.DEPLOYMENT, name);
    }

    private static Pod on(String name, String node) {
        return SamplePod.named("shop", name).on(node, "a", "127.1.7.1").build();
    }
}
