package io.pilothouse.fleet.internal;

import static io.pilothouse.base.HealthState.DEGRADED;
import static io.pilothouse.base.HealthState.FAILING;
import static io.pilothouse.base.HealthState.HEALTHY;
import static io.pilothouse.base.HealthState.PROGRESSING;
import static io.pilothouse.base.HealthState.UNKNOWN;
import static io.pilothouse.fleet.internal.Samples.MAIN;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.READY;
import static io.pilothouse.fleet.internal.Samples.brokerPod;
import static io.pilothouse.fleet.internal.Samples.cluster;
import static io.pilothouse.fleet.internal.Samples.deployment;
import static io.pilothouse.fleet.internal.Samples.facts;
import static io.pilothouse.fleet.internal.Samples.failure;
import static io.pilothouse.fleet.internal.Samples.kafkaNamespace;
import static io.pilothouse.fleet.internal.Samples.kubernetes;
import static io.pilothouse.fleet.internal.Samples.namespace;
import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetJoinerTest {

    private static final NamespaceFacts SHOP =
            namespace("shop", List.of(deployment(new ReplicaCounts(1, 1, 1, true))), List.of(pod().facts()));
    private static final NamespaceFacts KAFKA = kafkaNamespace(
            READY, brokerPod(0).facts(), brokerPod(1).facts(), brokerPod(2).facts());
    private static final Observed<KafkaClusterFacts> ALL_UP = new Observed.Fresh<>(cluster(), NOW);
    private static final Observed<KubernetesState> NO_KUBERNETES =
            new Observed.Missing<>(failure(Failure.Kind.UNREACHABLE));

    private final FleetJoiner.Joined nothing = FleetJoiner.nothingYet(NOW);

    @Test
    void joinsPodsToTheirWorkloadAndNodeAndZone() {
        Fleet fleet = join(facts(kubernetes(SHOP), ALL_UP)).fleet();

        var orders = fleet.workloads().findFirst().orElseThrow();
        assertThat(orders.team()).contains("checkout");
        assertThat(orders.pods()).singleElement().satisfies(pod -> {
            assertThat(pod.node()).contains("node-a1");
            assertThat(pod.zone()).contains("a");
        });
    }

    @Test
    void aPodOfNobodyAndAnOwnerThatIsGoneCostNothing() {
        NamespaceFacts orphans =
                namespace("shop", List.of(), List.of(pod().owner("uid-gone").facts()));

        assertThat(join(facts(kubernetes(orphans), ALL_UP)).fleet().workloads()).isEmpty();
    }

    @Test
    void whatDidNotChangeIsTheSameInstance() {
        var first = join(facts(kubernetes(SHOP, KAFKA), ALL_UP));
        NamespaceFacts changed =
                namespace("kafka", List.of(deployment(new ReplicaCounts(2, 1, 2, true))), List.of(pod().facts()));
        var second = FleetJoiner.join(facts(kubernetes(SHOP, changed), ALL_UP), first, NOW.plusSeconds(1));

        assertThat(second.fleet().namespaces().get("shop"))
                .isSameAs(first.fleet().namespaces().get("shop"));
        assertThat(second.fleet().namespaces().get("kafka"))
                .isNotSameAs(first.fleet().namespaces().get("kafka"));
    }

    @Test
    void whoReadsWhatIsLookedUpAnewOnlyWhenAClusterChanged() {
        var first = join(facts(kubernetes(SHOP, KAFKA), ALL_UP));
        Map<WorkloadId, List<ConsumerGroup>> readings =
                Map.of(new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders"), List.of());
        var marked = new FleetJoiner.Joined(first.facts(), withReadings(first.fleet(), readings));
        NamespaceFacts changed =
                namespace("shop", List.of(deployment(new ReplicaCounts(2, 1, 2, true))), List.of(pod().facts()));

        var otherPods = FleetJoiner.join(facts(kubernetes(changed, KAFKA), ALL_UP), marked, NOW);
        var brokerDown =
                FleetJoiner.join(facts(kubernetes(SHOP, KAFKA), new Observed.Fresh<>(cluster(2), NOW)), marked, NOW);

        assertThat(otherPods.fleet().readings()).isSameAs(readings);
        assertThat(brokerDown.fleet().readings()).isEmpty();
    }

    @Test
    void aStateKeepsItsBeginningWhileItsReasonChanges() {
        var whole = join(facts(kubernetes(KAFKA), ALL_UP));
        var oneDown = FleetJoiner.join(
                facts(kubernetes(KAFKA), new Observed.Fresh<>(cluster(2), NOW)), whole, NOW.plusSeconds(10));
        var twoDown = FleetJoiner.join(
                facts(kubernetes(KAFKA), new Observed.Fresh<>(cluster(1, 2), NOW)), oneDown, NOW.plusSeconds(20));

        assertThat(broker(oneDown, 2).health().since()).contains(NOW.plusSeconds(10));
        assertThat(broker(twoDown, 2).health().since()).contains(NOW.plusSeconds(10));
        assertThat(broker(twoDown, 1).health().since()).contains(NOW.plusSeconds(20));
    }

    @Test
    void aHealthyClusterIsHealthy() {
        KafkaCluster main = main(join(facts(kubernetes(KAFKA), ALL_UP)));

        assertThat(main.health().state()).isEqualTo(HEALTHY);
        assertThat(main.brokersUp()).isEqualTo(3);
        assertThat(main.partitions().known()).contains(new PartitionCounts(3, 0, 0, 0, 0));
        assertThat(main.brokers()).allSatisfy(broker -> {
            assertThat(broker.roles()).containsExactlyInAnyOrder(Broker.Role.BROKER, Broker.Role.CONTROLLER);
            assertThat(broker.load().known()).contains(new Broker.Load(1, 3, 0, Optional.empty()));
        });
    }

    @Test
    void aBrokerThatIsDownStaysAsFailing() {
        KafkaCluster main = main(join(facts(kubernetes(KAFKA), new Observed.Fresh<>(cluster(2), NOW))));

        assertThat(main.brokers()).extracting(Broker::id).containsExactly(0, 1, 2);
        assertThat(main.brokers().get(2).health().state()).isEqualTo(FAILING);
        assertThat(main.health().state()).isEqualTo(DEGRADED);
        assertThat(main.health().reason()).isEqualTo("broker 2 is down");
        assertThat(main.partitions().known()).contains(new PartitionCounts(3, 0, 3, 3, 0));
    }

    @Test
    void aKilledContainerIsSeenBeforeKafkaMissesTheBroker() {
        NamespaceFacts killed = kafkaNamespace(
                READY,
                brokerPod(0).facts(),
                brokerPod(1).facts(),
                brokerPod(2)
                        .notReadySince(NOW.plusSeconds(1))
                        .exited(137, "Error", "")
                        .restarts(1)
                        .facts());

        Broker broker = broker(join(facts(kubernetes(killed), ALL_UP)), 2);

        assertThat(broker.up()).isFalse();
        assertThat(broker.health().state()).isEqualTo(FAILING);
    }

    @Test
    void aDeletedPodIsARestartAndNotAnOutage() {
        NamespaceFacts restarting = kafkaNamespace(
                READY,
                brokerPod(0).facts(),
                brokerPod(1).facts(),
                brokerPod(2).deleting().facts());

        KafkaCluster main = main(join(facts(kubernetes(restarting), new Observed.Fresh<>(cluster(2), NOW))));

        assertThat(main.brokers().get(2).health().state()).isEqualTo(PROGRESSING);
        assertThat(main.health().state()).isEqualTo(PROGRESSING);
    }

    @Test
    void belowTheMinimumInSyncIsFailing() {
        KafkaCluster main = main(join(facts(kubernetes(KAFKA), new Observed.Fresh<>(cluster(1, 2), NOW))));

        assertThat(main.health().state()).isEqualTo(FAILING);
        assertThat(main.partitions().known()).contains(new PartitionCounts(3, 0, 3, 0, 3));
    }

    @Test
    void withoutKafkaThePartitionsAreUnknownAndNotZero() {
        KafkaCluster main =
                main(join(facts(kubernetes(KAFKA), new Observed.Missing<>(failure(Failure.Kind.UNREACHABLE)))));

        assertThat(main.partitions().known()).isEmpty();
        assertThat(main.brokers())
                .allSatisfy(broker -> assertThat(broker.load().known()).isEmpty());
        assertThat(main.health().state()).isEqualTo(UNKNOWN);
    }

    @Test
    void aClusterThatStoppedAnsweringIsFailingWhateverTheOperatorSays() {
        Observed<KafkaClusterFacts> stale =
                new Observed.Stale<>(cluster(), NOW.minusSeconds(60), failure(Failure.Kind.TIMEOUT));

        KafkaCluster main = main(join(facts(kubernetes(KAFKA), stale)));

        assertThat(main.health().state()).isEqualTo(FAILING);
        assertThat(main.health().reason()).isEqualTo("no broker answers");
        assertThat(main.partitions()).isInstanceOf(Observed.Stale.class);
    }

    @Test
    void aConfiguredClusterShowsWithoutKubernetes() {
        KafkaCluster main = main(join(facts(NO_KUBERNETES, ALL_UP)));

        assertThat(main.health().state()).isEqualTo(HEALTHY);
        assertThat(main.brokers()).hasSize(3).allMatch(broker -> broker.pod().isEmpty());
        assertThat(main.strimzi()).isEmpty();
    }

    @Test
    void anOperatorThatCannotReconcileDegradesAWorkingCluster() {
        StrimziState refused =
                new StrimziState(true, false, Optional.of("InvalidResourceException: invalid config"), "");
        NamespaceFacts kafka = kafkaNamespace(
                refused,
                brokerPod(0).facts(),
                brokerPod(1).facts(),
                brokerPod(2).facts());

        KafkaCluster main = main(join(facts(kubernetes(kafka), ALL_UP)));

        assertThat(main.health().state()).isEqualTo(DEGRADED);
        assertThat(main.health().reason()).contains("invalid config");
    }

    @Test
    void eachSourceTellsItsOwnTrouble() {
        Fleet fleet = join(facts(NO_KUBERNETES, ALL_UP)).fleet();

        assertThat(fleet.source(Source.KUBERNETES).live()).isFalse();
        assertThat(fleet.source(Source.KAFKA).live()).isTrue();
        assertThat(fleet.source(Source.PROMETHEUS).failure().map(Failure::kind)).contains(Failure.Kind.PREPARING);
    }

    @Test
    void withNoClusterKnownKafkaIsNotCalledLive() {
        Facts facts = new Facts(
                kubernetes(SHOP),
                Map.of(),
                Map.of(),
                Map.of(),
                new Observed.Missing<>(failure(Failure.Kind.PREPARING)));

        assertThat(join(facts).fleet().source(Source.KAFKA).live()).isFalse();
    }

    private FleetJoiner.Joined join(Facts facts) {
        return FleetJoiner.join(facts, nothing, NOW);
    }

    private static KafkaCluster main(FleetJoiner.Joined joined) {
        return joined.fleet().cluster(MAIN).orElseThrow();
    }

    private static Broker broker(FleetJoiner.Joined joined, int id) {
        return main(joined).brokers().stream()
                .filter(broker -> broker.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static Fleet withReadings(Fleet fleet, Map<WorkloadId, List<ConsumerGroup>> readings) {
        return new Fleet(
                fleet.version(),
                fleet.at(),
                fleet.sources(),
                fleet.namespaces(),
                fleet.nodes(),
                fleet.clusters(),
                fleet.usage(),
                readings,
                fleet.flows());
    }
}
