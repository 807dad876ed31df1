package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.ProgressSamples.ends;
import static io.pilothouse.fleet.internal.ProgressSamples.group;
import static io.pilothouse.fleet.internal.ProgressSamples.now;
import static io.pilothouse.fleet.internal.Samples.MAIN;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.READY;
import static io.pilothouse.fleet.internal.Samples.brokerPod;
import static io.pilothouse.fleet.internal.Samples.cluster;
import static io.pilothouse.fleet.internal.Samples.failure;
import static io.pilothouse.fleet.internal.Samples.kafkaNamespace;
import static io.pilothouse.fleet.internal.Samples.kubernetes;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Partition.Condition;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.LogDirFacts;
import io.pilothouse.fleet.spi.NamespaceFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicJoinerTest {

    private static final NamespaceFacts KAFKA = kafkaNamespace(
            READY, brokerPod(0).facts(), brokerPod(1).facts(), brokerPod(2).facts());

    private static final Observed<KubernetesState> KUBERNETES = kubernetes(KAFKA);

    private final FleetJoiner.Joined nothing = FleetJoiner.nothingYet(NOW);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 3, 3, 2, IN_SYNC",
                "1, 3, 2, 2, AT_MINIMUM_IN_SYNC",
                "1, 3, 2, 1, UNDER_REPLICATED",
                "1, 3, 2, -, UNDER_REPLICATED",
                "1, 3, 1, 2, BELOW_MINIMUM_IN_SYNC",
                "1, 2, 2, 2, IN_SYNC",
                "1, 1, 1, 2, BELOW_MINIMUM_IN_SYNC",
                "-, 3, 1, 2, OFFLINE",
                "-, 3, 0, -, OFFLINE"
            })
    void aPartitionsConditionIsThatOfItsReplicas(
            Integer leader, int replicas, int inSync, Integer minimum, Condition condition) {
        assertThat(Condition.of(optional(leader), replicas, inSync, optional(minimum)))
                .isEqualTo(condition);
    }

    @Test
    void aHealthyTopicIsHealthyAndLiesInThreeZones() {
        Topic orders = orders(join(new Observed.Fresh<>(cluster(), NOW), Map.of()));

        assertThat(orders.health().state()).isEqualTo(HealthState.HEALTHY);
        assertThat(orders.partitions()).hasSize(3).allSatisfy(partition -> {
            assertThat(partition.zones()).containsExactly("zone-0", "zone-1", "zone-2");
            assertThat(partition.inOneZone()).isFalse();
            assertThat(partition.end().known()).isEmpty();
        });
        assertThat(orders.size()).isEmpty();
        assertThat(orders.produced()).isEmpty();
    }

    @Test
    void withABrokerDownItIsAtTheMinimumAndOneMoreIsTooMany() {
        Topic oneDown = orders(join(new Observed.Fresh<>(cluster(2), NOW), Map.of()));
        Topic twoDown = orders(join(new Observed.Fresh<>(cluster(1, 2), NOW), Map.of()));
        Topic allDown = orders(join(new Observed.Fresh<>(cluster(0, 1, 2), NOW), Map.of()));

        assertThat(oneDown.health().state()).isEqualTo(HealthState.DEGRADED);
        assertThat(oneDown.health().reason()).isEqualTo("all 3 partitions at min.insync.replicas");
        assertThat(twoDown.health().reason())
                .isEqualTo("all 3 partitions below min.insync.replicas: writes with acks=all are refused");
        assertThat(allDown.health().reason()).isEqualTo("all 3 partitions without a leader");
    }

    @Test
    void aBrokerThatIsRestartedOnPurposeMakesItProgressing() {
        NamespaceFacts restarting = kafkaNamespace(
                READY,
                brokerPod(0).facts(),
                brokerPod(1).facts(),
                brokerPod(2).deleting().facts());
        Facts facts = Samples.facts(kubernetes(restarting), new Observed.Fresh<>(cluster(2), NOW));

        assertThat(orders(FleetJoiner.join(facts, nothing, NOW).fleet())
                        .health()
                        .state())
                .isEqualTo(HealthState.PROGRESSING);
    }

    @Test
    void aSizeIsKnownWhenAllBrokersHaveToldTheirs() {
        KafkaClusterFacts all = told(cluster(), 0, 1, 2);
        KafkaClusterFacts some = told(cluster(), 0, 2);

        assertThat(orders(join(new Observed.Fresh<>(all, NOW), Map.of())).size())
                .contains(new ByteSize(9 * 1_000));
        assertThat(orders(join(new Observed.Fresh<>(some, NOW), Map.of())).size())
                .isEmpty();
        assertThat(orders(join(new Observed.Fresh<>(some, NOW), Map.of()))
                        .partitions()
                        .getFirst()
                        .sizes())
                .containsOnlyKeys(0, 2);
    }

    @Test
    void groupsThatReadATopicAreItsReaders() {
        Progress progress = now(ends(NOW, 10, 10, 10), group("payments").committed(0, 3), group("idle"));

        Fleet fleet = join(new Observed.Fresh<>(cluster(), NOW), Map.of(MAIN, new Observed.Fresh<>(progress, NOW)));

        assertThat(orders(fleet).readers()).containsExactly("payments");
        assertThat(orders(fleet).partitions().getFirst().end().known()).contains(10L);
    }

    @Test
    void whatDidNotChangeIsTheSameInstance() {
        Observed<Progress> first = new Observed.Fresh<>(
                now(
                        ends(NOW, 10, 10, 10),
                        group("a").committed(0, 3),
                        group("b").committed(0, 3)),
                NOW);
        Observed<Progress> second = new Observed.Fresh<>(
                now(
                        ends(NOW, 10, 10, 10),
                        group("a").committed(0, 3),
                        group("b").committed(0, 4)),
                NOW);
        Observed<KafkaClusterFacts> kafka = new Observed.Fresh<>(cluster(), NOW);
        var before = FleetJoiner.join(facts(kafka, Map.of(MAIN, first)), nothing, NOW);
        var after = FleetJoiner.join(facts(kafka, Map.of(MAIN, second)), before, NOW);
        var nothingNew = FleetJoiner.join(facts(kafka, Map.of(MAIN, second)), after, NOW.plusSeconds(1));

        assertThat(main(after.fleet()).group("a"))
                .containsSame(main(before.fleet()).group("a").orElseThrow());
        assertThat(main(after.fleet()).group("b"))
                .isNotEqualTo(main(before.fleet()).group("b"));
        assertThat(main(after.fleet()).topic("orders")).containsSame(orders(before.fleet()));
        assertThat(main(nothingNew.fleet()).topics())
                .isSameAs(main(after.fleet()).topics());
    }

    @Test
    void whenKafkaFallsSilentTheLastPictureStays() {
        Observed<KafkaClusterFacts> silent =
                new Observed.Stale<>(cluster(), NOW.minusSeconds(60), failure(Failure.Kind.UNREACHABLE));
        Observed<Progress> progress = new Observed.Stale<>(
                now(ends(NOW, 10, 10, 10), group("a").committed(0, 3)),
                NOW.minusSeconds(60),
                failure(Failure.Kind.UNREACHABLE));

        KafkaCluster main = main(join(silent, Map.of(MAIN, progress)));

        assertThat(main.topics()).isInstanceOf(Observed.Stale.class);
        assertThat(main.groups()).isInstanceOf(Observed.Stale.class);
        ConsumerGroup group = main.group("a").orElseThrow();
        assertThat(group.health().state()).isEqualTo(HealthState.UNKNOWN);
        assertThat(group.lag()).isInstanceOf(Observed.Stale.class);
        assertThat(group.lag().known().orElseThrow().messages()).hasValue(7);
        Topic orders = main.topic("orders").orElseThrow();
        assertThat(orders.health().reason()).isEqualTo("no broker answers");
        assertThat(orders.partitions())
                .allSatisfy(partition -> assertThat(partition.end()).isInstanceOf(Observed.Stale.class));
    }

    @Test
    void twoClustersMayHaveTopicsAndGroupsOfTheSameName() {
        ClusterId other = new ClusterId(ClusterId.EXTERNAL, "legacy");
        Observed<KafkaClusterFacts> kafka = new Observed.Fresh<>(cluster(), NOW);
        Facts facts = new Facts(
                kubernetes(KAFKA),
                Map.of(MAIN, kafka, other, kafka),
                Map.of(
                        MAIN,
                        new Observed.Fresh<>(
                                now(ends(NOW, 10, 10, 10), group("g").committed(0, 10)), NOW),
                        other,
                        new Observed.Fresh<>(
                                now(ends(NOW, 99, 10, 10), group("g").committed(0, 9)), NOW)),
                Map.of(MAIN, new KafkaConnection(MAIN, "a:9092"), other, new KafkaConnection(other, "b:9092")),
                new Observed.Missing<>(failure(Failure.Kind.PREPARING)));

        Fleet fleet = FleetJoiner.join(facts, nothing, NOW).fleet();

        assertThat(Stream.of(MAIN, other)
                        .map(id -> fleet.cluster(id).orElseThrow())
                        .map(cluster -> cluster.group("g")
                                .orElseThrow()
                                .lag()
                                .known()
                                .orElseThrow()
                                .messages()
                                .orElseThrow()))
                .containsExactly(0L, 90L);
        assertThat(fleet.cluster(other)
                        .orElseThrow()
                        .topic("orders")
                        .orElseThrow()
                        .id())
                .isEqualTo(new TopicId(other, "orders"));
    }

    /** Each replica of the topic takes 1,000 bytes on the brokers that told. */
    private static KafkaClusterFacts told(KafkaClusterFacts facts, Integer... brokers) {
        Map<PartitionId, ByteSize> replicas = IntStream.range(0, 3)
                .boxed()
                .collect(Collectors.toMap(number -> new PartitionId("orders", number), _ -> new ByteSize(1_000)));
        Observed<LogDirFacts> dirs = new Observed.Fresh<>(
                new LogDirFacts(new ByteSize(3_000), Optional.empty(), Optional.empty(), replicas, List.of()), NOW);
        return new KafkaClusterFacts(
                facts.uuid(),
                facts.nodes(),
                facts.topics(),
                Stream.of(brokers).collect(Collectors.toMap(broker -> broker, _ -> dirs)),
                facts.coordination());
    }

    private Fleet join(Observed<KafkaClusterFacts> kafka, Map<ClusterId, Observed<Progress>> progress) {
        return FleetJoiner.join(facts(kafka, progress), nothing, NOW).fleet();
    }

    private static Facts facts(Observed<KafkaClusterFacts> kafka, Map<ClusterId, Observed<Progress>> progress) {
        return new Facts(
                KUBERNETES,
                Map.of(MAIN, kafka),
                progress,
                Map.of(MAIN, new KafkaConnection(MAIN, "127.1.0.10:9092")),
                new Observed.Missing<>(failure(Failure.Kind.PREPARING)));
    }

    private static KafkaCluster main(Fleet fleet) {
        return fleet.cluster(MAIN).orElseThrow();
    }

    private static Topic orders(Fleet fleet) {
        return main(fleet).topic("orders").orElseThrow();
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
