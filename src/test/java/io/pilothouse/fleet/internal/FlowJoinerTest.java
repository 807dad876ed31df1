package io.pilothouse.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Flow.Direction;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowJoinerTest {

    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final ClusterId OTHER = new ClusterId("kafka", "other");
    private static final Workload ORDERS = SampleWorkload.deployment("shop", "orders")
            .pods(
                    SamplePod.named("shop", "orders-a").build(),
                    SamplePod.named("shop", "orders-b").build())
            .build();
    private static final Map<String, NamespaceSlice> SHOP =
            Map.of("shop", new NamespaceSlice("shop", List.of(ORDERS), List.of(), List.of(), List.of(), List.of()));

    @Test
    void whatTheProducersOfAllPodsOfAServiceWriteIsAdded() {
        assertThat(flows(List.of(cluster(MAIN)), Map.of("shop/orders-a", rate(10), "shop/orders-b", rate(4))))
                .containsExactly(new Flow(ORDERS.id(), topic(MAIN), Direction.WRITES, Optional.of(14.0)));
    }

    @Test
    void aProducerThatRestsIsAWriterAllTheSame() {
        assertThat(flows(List.of(cluster(MAIN)), Map.of("shop/orders-a", rate(0))))
                .containsExactly(new Flow(ORDERS.id(), topic(MAIN), Direction.WRITES, Optional.of(0.0)));
    }

    @Test
    void whereSeveralClustersHaveTheTopicNobodyCanSayToWhichItWrites() {
        assertThat(flows(List.of(cluster(MAIN), cluster(OTHER)), Map.of("shop/orders-a", rate(10))))
                .isEmpty();
    }

    @Test
    void aPodThatIsGoneAndATopicThatIsGoneAreNobodys() {
        assertThat(flows(
                        List.of(cluster(MAIN)),
                        Map.of(
                                "shop/gone",
                                rate(10),
                                "elsewhere/orders-a",
                                rate(5),
                                "shop/orders-a",
                                Map.of("old", 3.0))))
                .isEmpty();
    }

    @Test
    void whatTheMembersOfAllItsGroupsReadIsAdded() {
        KafkaCluster cluster = cluster(
                MAIN,
                group("one", ConsumerGroup.Type.CLASSIC, inOrders("a", 0), read(0, "a", Optional.of(3.0))),
                group("two", ConsumerGroup.Type.CONSUMER, inOrders("b", 1), read(1, "b", Optional.of(2.0))));

        assertThat(flows(List.of(cluster), Map.of()))
                .containsExactly(new Flow(ORDERS.id(), topic(MAIN), Direction.READS, Optional.of(5.0)));
    }

    @Test
    void aSumWithAnUnknownPartIsNotKnown() {
        KafkaCluster cluster = cluster(
                MAIN,
                group("one", ConsumerGroup.Type.CLASSIC, inOrders("a", 0), read(0, "a", Optional.of(3.0))),
                group("two", ConsumerGroup.Type.CLASSIC, inOrders("b", 1), read(1, "b", Optional.empty())));

        assertThat(flows(List.of(cluster), Map.of()))
                .containsExactly(new Flow(ORDERS.id(), topic(MAIN), Direction.READS, Optional.empty()));
    }

    @Test
    void whoReadsFromOutsideOfKubernetesIsNoService() {
        Member outside = member("a", new MemberOrigin.Outside(), 0);

        assertThat(flows(
                        List.of(cluster(
                                MAIN,
                                group("one", ConsumerGroup.Type.CLASSIC, outside, read(0, "a", Optional.of(3.0))))),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void membersOfAShareGroupReadWithoutAKnownRate() {
        KafkaCluster cluster = cluster(MAIN, group("sharers", ConsumerGroup.Type.SHARE, inOrders("a", 0, 1)));

        assertThat(flows(List.of(cluster), Map.of()))
                .containsExactly(new Flow(ORDERS.id(), topic(MAIN), Direction.READS, Optional.empty()));
    }

    private static List<Flow> flows(List<KafkaCluster> clusters, Map<String, Map<String, Double>> written) {
        return FlowJoiner.flows(SHOP, clusters, written);
    }

    private static Map<String, Double> rate(double rate) {
        return Map.of("orders", rate);
    }

    private static TopicId topic(ClusterId cluster) {
        return new TopicId(cluster, "orders");
    }

    private static KafkaCluster cluster(ClusterId id, ConsumerGroup... groups) {
        Topic orders = new Topic(
                topic(id),
                false,
                Health.healthy(),
                TopicSettings.UNKNOWN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return SampleCluster.of(id).topics(orders).groups(groups).build();
    }

    private static Member inOrders(String id, int... partitions) {
        WorkloadId service = ORDERS.id();
        return member(
                id,
                new MemberOrigin.InPod(
                        "shop", "orders-" + id, Optional.empty(), Optional.empty(), Optional.of(service)),
                partitions);
    }

    private static Member member(String id, MemberOrigin origin, int... partitions) {
        return new Member(
                id,
                id,
                "127.1.0.1",
                Optional.empty(),
                IntStream.of(partitions)
                        .mapToObj(number -> new PartitionId("orders", number))
                        .toList(),
                origin);
    }

    private static GroupPartition read(int number, String member, Optional<Double> consumed) {
        return new GroupPartition(
                new PartitionId("orders", number),
                OptionalLong.of(10),
                fresh(10L),
                OptionalLong.of(0),
                Delay.NONE,
                consumed,
                Optional.of(1.0),
                Optional.of(member));
    }

    private static ConsumerGroup group(
            String name, ConsumerGroup.Type type, Member member, GroupPartition... partitions) {
        Lag lag = new Lag(
                OptionalLong.of(0),
                0,
                Optional.empty(),
                Delay.NONE,
                Optional.empty(),
                Optional.empty(),
                Lag.Trend.STEADY,
                new CatchUp.Done());
        return new ConsumerGroup(
                new GroupId(MAIN, name),
                type,
                "consumer",
                Health.healthy(),
                fresh(new ConsumerGroup.Membership("Stable", "range", Optional.of(1), List.of(member))),
                fresh(List.of(partitions)),
                fresh(lag));
    }

    private static <T> Observed<T> fresh(T value) {
        return new Observed.Fresh<>(value, SampleFleet.NOW);
    }
}
