package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Health;
import io.pilothouse.change.Check;
import io.pilothouse.change.Check.Verdict;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.NodeRoom;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.DeletePod;
import io.pilothouse.services.EvictPod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodRemovalRulesTest {

    private static final Pod ONE = SamplePod.named("shop", "orders-1").build();
    private static final Pod OTHER = SamplePod.named("shop", "orders-2").build();
    private static final Pod WAITING =
            SamplePod.named("shop", "orders-1").pending("no node").build();

    private static SampleWorkload orders() {
        return SampleWorkload.deployment("shop", "orders").pods(ONE, OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 1, 3, 2, PASS, PASS",
        "true, 0, 2, 2, BLOCK, WARN",
        "false, 0, 2, 2, PASS, PASS",
        "false, 0, 1, 2, BLOCK, WARN"
    })
    void aBudgetRefusesEvictionsAndIsGoneRoundByDeletions(
            boolean ready, int allowed, int healthy, int required, Verdict evicted, Verdict deleted) {
        Workload service = orders().budgets(new DisruptionBudget("orders", allowed, healthy, required, 3, true))
                .build();
        Pod pod = ready ? ONE : WAITING;

        assertThat(PodRemovalRules.budgets(new EvictPod(service.id(), pod.name(), pod.uid()), service, pod))
                .extracting(Check::verdict)
                .containsExactly(evicted);
        assertThat(PodRemovalRules.budgets(new DeletePod(service.id(), pod.name(), pod.uid()), service, pod))
                .extracting(Check::verdict)
                .containsExactly(deleted);
    }

    @Test
    void aRefusalNamesTheBudgetAndItsFigures() {
        Workload service = orders().budgets(new DisruptionBudget("orders", 0, 2, 2, 2, true))
                .build();

        assertThat(PodRemovalRules.budgets(new EvictPod(service.id(), ONE.name(), ONE.uid()), service, ONE))
                .containsExactly(Check.block(
                        "PodDisruptionBudget orders does not let it go", "allows 0 now, 2 healthy, 2 needed"));
    }

    @Test
    void moreThanOneBudgetRefusesAll() {
        DisruptionBudget budget = new DisruptionBudget("orders", 1, 3, 2, 3, true);
        Workload service = orders().budgets(budget, new DisruptionBudget("all", 1, 3, 2, 3, true))
                .build();

        assertThat(PodRemovalRules.budgets(new EvictPod(service.id(), ONE.name(), ONE.uid()), service, ONE))
                .containsExactly(Check.block(
                        "More than one PodDisruptionBudget is about this pod, so it can't be evicted", "orders, all"));
    }

    @Test
    void whatNobodyOwnsDoesNotComeBack() {
        LiveObject owned = new LiveObject(Map.of(
                "metadata",
                Map.of(
                        "ownerReferences",
                        List.of(Map.of("kind", "ReplicaSet", "name", "orders-5b8d", "controller", true)))));
        Workload job = SampleWorkload.of("shop", WorkloadKind.JOB, "import").build();

        assertThat(PodRemovalRules.owner(orders().build(), owned))
                .isEqualTo(Check.pass("Another pod comes in its place", "ReplicaSet orders-5b8d"));
        assertThat(PodRemovalRules.owner(orders().build(), new LiveObject(Map.of()))
                        .verdict())
                .isEqualTo(Verdict.WARN);
        assertThat(PodRemovalRules.owner(job, owned).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void theOnlyReadyPodIsMissed() {
        assertThat(PodRemovalRules.lastReady(orders().build(), ONE, fleet(orders().build())))
                .extracting(Check::verdict)
                .containsExactly(Verdict.PASS);
        Workload alone = orders().pods(ONE, WAITING).build();
        assertThat(PodRemovalRules.lastReady(alone, ONE, fleet(alone)))
                .extracting(Check::verdict)
                .containsExactly(Verdict.WARN);
        assertThat(PodRemovalRules.lastReady(alone, WAITING, fleet(alone)))
                .extracting(Check::verdict)
                .containsExactly(Verdict.PASS);
    }

    @Test
    void whoReadsATopicAloneLeavesItUnread() {
        Workload alone = orders().pods(ONE).build();
        ConsumerGroup group = SampleGroup.of("orders")
                .partitions(2)
                .member("orders-1", alone.id(), 0, 1)
                .build();
        VisibleFleet fleet = new VisibleFleet(
                SampleFleet.of(alone)
                        .with(SampleCluster.of(SampleFleet.MAIN).groups(group).build())
                        .build(),
                FakeSights.EVERYTHING);

        assertThat(PodRemovalRules.lastReady(alone, ONE, fleet)).singleElement().satisfies(check -> {
            assertThat(check.finding()).startsWith("It is the only ready pod: nothing reads ");
            assertThat(check.link()).isPresent();
        });
    }

    @Test
    void brokersAreLeftToStrimzi() {
        Workload brokers = SampleWorkload.of("kafka", WorkloadKind.STRIMZI_POD_SET, "main-brokers")
                .build();

        assertThat(PodRemovalRules.broker(brokers))
                .hasValueSatisfying(check -> assertThat(check.blocks()).isTrue());
        assertThat(PodRemovalRules.broker(orders().build())).isEmpty();
    }

    @Test
    void thePodThatGoesLeavesItsRoomToTheNext() {
        Workload service = orders().pods(ONE).build();
        Node justFits = new Node(
                "node-a1",
                Health.healthy(),
                Optional.of("a"),
                false,
                List.of(),
                List.of(new Node.Condition("Ready", "True", "", "", Optional.empty())),
                ONE.requests(),
                110,
                new Node.Software("", "", "", ""),
                SampleFleet.NOW);
        VisibleFleet fleet =
                new VisibleFleet(SampleFleet.of(service).with(justFits).build(), FakeSights.EVERYTHING);

        assertThat(NodeRoom.replacing(ONE, fleet).verdict()).isEqualTo(Verdict.PASS);
        assertThat(NodeRoom.check(service, 2, fleet))
                .hasValueSatisfying(check -> assertThat(check.verdict()).isEqualTo(Verdict.WARN));
    }

    private static VisibleFleet fleet(Workload service) {
        return new VisibleFleet(SampleFleet.of(service).build(), FakeSights.EVERYTHING);
    }
}
