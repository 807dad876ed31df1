package io.pilothouse.clusters.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.change.Check;
import io.pilothouse.change.Check.Verdict;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.StrimziState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolRulesTest {

    private static final Set<Broker.Role> DUAL = Set.of(Broker.Role.BROKER, Broker.Role.CONTROLLER);
    private static final Set<Broker.Role> BROKER = Set.of(Broker.Role.BROKER);

    @Test
    void newNodesGetTheLowestIdsThatAreFreeInTheCluster() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .pools(pool("brokers", DUAL, 0, 1, 2), pool("extra", BROKER, 4))
                .build();

        assertThat(PoolRules.newIds(cluster, 3)).containsExactly(3, 5, 6);
    }

    @Test
    void morePlainBrokersRollNobody() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .pools(pool("brokers", DUAL, 0, 1, 2), pool("extra", BROKER, 4))
                .build();

        assertThat(PoolRules.scaledUp(cluster, cluster.pool("extra").orElseThrow(), 2))
                .extracting(Check::finding)
                .containsExactly(
                        "New nodes get the ids 3", "New brokers hold nothing before partitions are moved to them");
    }

    @Test
    void moreControllersRollAllAndAnEvenNumberIsDiscouraged() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN).build();

        assertThat(PoolRules.scaledUp(cluster, cluster.pool("brokers").orElseThrow(), 4))
                .extracting(Check::finding)
                .anyMatch(finding -> finding.contains("all nodes of the cluster are restarted"))
                .anyMatch(finding -> finding.contains("even number of controllers"));
        assertThat(PoolRules.scaledUp(cluster, cluster.pool("brokers").orElseThrow(), 5))
                .extracting(Check::finding)
                .noneMatch(finding -> finding.contains("even number of controllers"));
    }

    @Test
    void brokersThatHoldReplicasDoNotGo() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(SampleTopic.of("orders").build())
                .build();

        List<Check> checks =
                PoolRules.scaledDown(cluster, cluster.pool("brokers").orElseThrow(), 2);

        assertThat(checks)
                .filteredOn(Check::blocks)
                .extracting(Check::finding)
                .contains(
                        "The operator refuses while those that go hold replicas: move their partitions away first",
                        "Topics have more replicas than the 2 brokers that are left");
        assertThat(checks).extracting(Check::finding).anyMatch(finding -> finding.contains("can get stuck"));
    }

    @Test
    void withoutAControllerNothingGoes() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN).build();

        assertThat(PoolRules.scaledDown(cluster, cluster.pool("brokers").orElseThrow(), 0))
                .filteredOn(Check::blocks)
                .extracting(Check::finding)
                .contains("Without a controller the cluster does nothing");
    }

    @Test
    void aPausedOperatorDoesNothing() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .strimzi(new StrimziState(true, true, Optional.empty(), ""))
                .build();

        assertThat(PoolRules.scaledUp(cluster, cluster.pool("brokers").orElseThrow(), 3))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.verdict()).isEqualTo(Verdict.WARN);
                    assertThat(check.finding()).contains("paused");
                });
    }

    private static NodePool pool(String name, Set<Broker.Role> roles, Integer... ids) {
        return new NodePool(
                name, roles, ids.length, ids.length, List.of(ids), List.of(), NodePool.PodResources.NONE, 1, true, "");
    }
}
