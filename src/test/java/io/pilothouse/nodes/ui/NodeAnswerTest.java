package io.pilothouse.nodes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleNode;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Node;
import io.pilothouse.nodes.NodeInventory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeAnswerTest {

    private static final Node CALM = SampleNode.named("node-a1").build();

    @Test
    void aReadyNodeSaysWhatHangsOnIt() {
        Fleet fleet = SampleFleet.of(SampleWorkload.deployment("shop", "orders")
                        .pods(SamplePod.named("shop", "orders-1").build())
                        .build())
                .with(SampleCluster.of(SampleFleet.MAIN).build())
                .with(CALM)
                .build();

        assertThat(answer(fleet))
                .isEqualTo(
                        new Answer(
                                "Ready for pods",
                                "It runs 1 pod, Kafka broker main 0 among them. "
                                        + "If it went away, orders would have no ready pod, Kafka cluster main would keep 2 of 3 brokers."));
    }

    @Test
    void anEmptyNodeSaysThatNothingHangsOnIt() {
        Fleet fleet = SampleFleet.of(SampleWorkload.deployment("shop", "orders").build())
                .with(CALM)
                .build();

        assertThat(answer(fleet))
                .isEqualTo(new Answer("Ready for pods", "It runs no pods. Nothing hangs on it alone."));
    }

    @Test
    void aNodeInTroubleSaysWhyAndSinceWhen() {
        Health silent = Health.unknown("does not report: Kubelet stopped posting node status")
                .since(SampleFleet.NOW.minusSeconds(90));
        Fleet fleet = SampleFleet.of(SampleWorkload.deployment("shop", "orders").build())
                .with(SampleNode.named("node-a1").health(silent).build())
                .build();

        assertThat(answer(fleet))
                .isEqualTo(new Answer(
                        "Does not report: Kubelet stopped posting node status",
                        Optional.of(SampleFleet.NOW.minusSeconds(90)),
                        "It runs no pods."));
    }

    @Test
    void aCordonIsSaid() {
        Fleet fleet = SampleFleet.of(SampleWorkload.deployment("shop", "orders").build())
                .with(SampleNode.named("node-a1").cordoned().build())
                .build();

        assertThat(answer(fleet).headline()).isEqualTo("Ready, but cordoned: it takes no new pods");
    }

    @Test
    void theListSaysHowFullTheClusterIs() {
        Fleet fleet = SampleFleet.of(SampleWorkload.deployment("shop", "orders")
                        .pods(
                                SamplePod.named("shop", "orders-1").build(),
                                SamplePod.named("shop", "orders-2")
                                        .on("node-b1", "b", "127.1.7.2")
                                        .build())
                        .build())
                .build();
        NodeInventory inventory = NodeInventory.ofAll(new VisibleFleet(fleet, FakeSights.EVERYTHING));

        Answer answer = NodesAnswer.of(List.of(
                inventory.load(CALM),
                inventory.load(SampleNode.named("node-b1").zone("b").cordoned().build())));

        assertThat(answer.headline()).isEqualTo("All 2 nodes are healthy");
        assertThat(answer.rest())
                .isEqualTo("They are in 2 zones. 1 is cordoned. "
                        + "Pods have reserved 6\u202f% of all CPU and 3\u202f% of all memory.");
    }

    private static Answer answer(Fleet fleet) {
        LivePicture picture = new LivePicture(
                new VisibleFleet(fleet, FakeSights.EVERYTHING),
                new Observed.Fresh<>(FakeSights.EVERYTHING, SampleFleet.NOW));
        return NodeAnswer.of((NodeViewModel.Shown) NodeViewModel.content(picture, "node-a1"));
    }
}
