package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.ProgressSamples.ends;
import static io.pilothouse.fleet.internal.ProgressSamples.facts;
import static io.pilothouse.fleet.internal.ProgressSamples.group;
import static io.pilothouse.fleet.internal.ProgressSamples.member;
import static io.pilothouse.fleet.internal.ProgressSamples.now;
import static io.pilothouse.fleet.internal.ProgressSamples.partition;
import static io.pilothouse.fleet.internal.Samples.MAIN;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.deployment;
import static io.pilothouse.fleet.internal.Samples.failure;
import static io.pilothouse.fleet.internal.Samples.kubernetes;
import static io.pilothouse.fleet.internal.Samples.namespace;
import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ConsumerGroup.Type;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.internal.ProgressSamples.GroupSample;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.ProgressFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GroupJoinerTest {

    private static final String ADDRESS = "127.1.0.9";
    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final NamespaceFacts SHOP =
            namespace("shop", List.of(deployment(new ReplicaCounts(1, 1, 1, true))), List.of(pod().facts()));

    @Test
    void aMemberIsInThePodWhoseAddressItConnectsFrom() {
        ConsumerGroup joined =
                join(now(ends(NOW, 10), group("g").with(member("a", ADDRESS, partition(0)))), addresses(SHOP));

        assertThat(joined.members()).singleElement().satisfies(member -> {
            assertThat(member.origin())
                    .isEqualTo(new MemberOrigin.InPod(
                            "shop",
                            "orders-7d9f-abcde",
                            Optional.of("node-a1"),
                            Optional.of("a"),
                            Optional.of(ORDERS)));
            assertThat(member.assigned()).containsExactly(partition(0));
        });
        assertThat(joined.services()).containsExactly(ORDERS);
    }

    @Test
    void onTheHostsNetworkNobodyCanSayWhichPodItIs() {
        NamespaceFacts daemons = namespace(
                "shop",
                List.of(deployment(new ReplicaCounts(1, 1, 1, true))),
                List.of(
                        pod().facts(),
                        pod().named("shop", "agent-x").owner("uid-agent").facts()));

        ConsumerGroup joined = join(now(ends(NOW, 10), group("g").with(member("a", ADDRESS))), addresses(daemons));

        assertThat(joined.members().getFirst().origin())
                .isEqualTo(new MemberOrigin.Ambiguous(List.of("shop/agent-x", "shop/orders-7d9f-abcde")));
        assertThat(joined.services()).isEmpty();
    }

    @Test
    void aPodThatHasEndedNoLongerHasItsAddress() {
        PodFacts ended = pod().named("shop", "migration-1")
                .owner("uid-job")
                .phase("Succeeded", "")
                .facts();
        NamespaceFacts namespace =
                namespace("shop", List.of(deployment(new ReplicaCounts(1, 1, 1, true))), List.of(ended, pod().facts()));

        ConsumerGroup joined = join(now(ends(NOW, 10), group("g").with(member("a", ADDRESS))), addresses(namespace));

        assertThat(joined.services()).containsExactly(ORDERS);
    }

    @Test
    void aPodWhoseOwnerIsGoneBelongsToNoService() {
        NamespaceFacts orphans =
                namespace("shop", List.of(), List.of(pod().owner("uid-gone").facts()));

        ConsumerGroup joined = join(now(ends(NOW, 10), group("g").with(member("a", ADDRESS))), addresses(orphans));

        assertThat(joined.members().getFirst().origin())
                .isInstanceOfSatisfying(
                        MemberOrigin.InPod.class,
                        pod -> assertThat(pod.workload()).isEmpty());
    }

    @Test
    void aMemberMayRunOutsideAndPodsMayBeUnknown() {
        Progress progress = now(ends(NOW, 10), group("g").with(member("a", "192.0.2.7")));

        assertThat(join(progress, addresses(SHOP)).members().getFirst().origin())
                .isEqualTo(new MemberOrigin.Outside());
        assertThat(join(progress, Optional.empty()).members().getFirst().origin())
                .isEqualTo(new MemberOrigin.Unknown());
    }

    @Test
    void lagIsEndLessCommitted() {
        Lag lag = lag(now(
                ends(NOW, 100, 50),
                group("g").committed(0, 60).committed(1, 50).with(member("a", ADDRESS, partition(0), partition(1)))));

        assertThat(lag.messages()).hasValue(40);
        assertThat(lag.unknown()).isZero();
        assertThat(lag.worst()).contains(partition(0));
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        Map<PartitionId, Observed<Long>> ends = new HashMap<>(ends(NOW, 100, 50));
        ends.put(partition(2), new Observed.Missing<>(failure(Failure.Kind.TIMEOUT)));
        GroupSample reader = group("g")
                .committed(0, 60)
                .committed(2, 10)
                .with(member("a", ADDRESS, partition(0), partition(1), partition(2)));

        ConsumerGroup joined = join(now(ends, reader), Optional.empty());

        Lag lag = joined.lag().known().orElseThrow();
        assertThat(lag.messages()).hasValue(40);
        assertThat(lag.unknown()).isEqualTo(2);
        assertThat(joined.partitions().known().orElseThrow())
                .filteredOn(partition -> partition.id().number() > 0)
                .allSatisfy(partition -> {
                    assertThat(partition.lag()).isEqualTo(OptionalLong.empty());
                    assertThat(partition.delay()).isInstanceOf(Delay.Unknown.class);
                });
    }

    @Test
    void whereNothingWasEverWrittenNothingIsToBeRead() {
        Lag lag = lag(now(ends(NOW, 0), group("g").with(member("a", ADDRESS, partition(0)))));

        assertThat(lag.messages()).hasValue(0);
        assertThat(lag.delay()).isEqualTo(Delay.NONE);
    }

    @Test
    void anEndThatIsOlderThanWhatWasReadMakesNoNegativeLag() {
        assertThat(lag(now(ends(NOW, 90), group("g").committed(0, 100))).messages())
                .hasValue(0);
    }

    @Test
    void whatWasCommittedOfATopicThatIsGoneSaysNothing() {
        ConsumerGroup joined = join(now(Map.of(), group("g").committed(0, 100)), Optional.empty());

        assertThat(joined.partitions().known().orElseThrow()).isEmpty();
        assertThat(joined.lag().known().orElseThrow().messages()).isEmpty();
    }

    @Test
    void aStaleEndMakesTheLagStale() {
        Map<PartitionId, Observed<Long>> ends = new HashMap<>(ends(NOW, 100, 50));
        ends.put(partition(1), new Observed.Stale<>(50L, NOW.minusSeconds(9), failure(Failure.Kind.UNREACHABLE)));

        ConsumerGroup joined = join(now(ends, group("g").committed(0, 60).committed(1, 20)), Optional.empty());

        assertThat(joined.lag())
                .isInstanceOfSatisfying(
                        Observed.Stale.class, stale -> assertThat(stale.at()).isEqualTo(NOW.minusSeconds(9)));
        assertThat(joined.lag().known().orElseThrow().messages()).hasValue(70);
    }

    @Test
    void aSlowGroupFallsBehindAndNeverCatchesUp() {
        Lag lag = lag(watched(120, 28, 12));

        assertThat(lag.produced().orElseThrow()).isCloseTo(28, within(0.5));
        assertThat(lag.consumed().orElseThrow()).isCloseTo(12, within(0.5));
        assertThat(lag.trend()).isEqualTo(Trend.GROWING);
        assertThat(lag.catchUp()).isEqualTo(new CatchUp.Never());
        // after 120 s it has read 1,440 of 3,360 records: what comes next was written 1,440 / 28 s after the begin
        assertThat(lag.delay().atLeast().toSeconds()).isBetween(67L, 69L);
    }

    @Test
    void aFastGroupCatchesUpInLagByGain() {
        // both have gone on for 100 s: 6,000 less 20 · 100 are left, and shrink by 20 a second
        Lag lag = lag(watchedWithBacklog(100, 6_000, 10, 30));

        assertThat(lag.messages()).hasValue(4_000);
        assertThat(lag.trend()).isEqualTo(Trend.SHRINKING);
        assertThat(lag.catchUp())
                .isInstanceOfSatisfying(
                        CatchUp.In.class,
                        in -> assertThat(in.time().toSeconds()).isBetween(190L, 210L));
    }

    @Test
    void whatIsReadWithinMomentsDoesNotWait() {
        assertThat(lag(watchedWithBacklog(100, 40, 30, 30)).catchUp()).isEqualTo(new CatchUp.Done());
    }

    @Test
    void aMemberTakesItsPartitionsInTurns() {
        // of two partitions with equal backlogs one is read at a time; that the other rests does not mean that it never
        // catches up
        ProgressRecorder recorder = new ProgressRecorder();
        ProgressFacts facts = facts(NOW, Map.of());
        for (int second = 0; second <= 100; second += 5) {
            Instant at = NOW.plusSeconds(second);
            facts = facts(
                    at,
                    ends(at, 10_000, 10_000),
                    group("g")
                            .committed(0, second * 40L)
                            .committed(1, 0)
                            .with(member("a", ADDRESS, partition(0), partition(1))));
            recorder.record(facts);
        }

        Lag lag = lag(new Progress(facts, recorder.history()));

        assertThat(lag.catchUp())
                .isInstanceOfSatisfying(
                        CatchUp.In.class,
                        in -> assertThat(in.time().toSeconds()).isBetween(390L, 410L));
    }

    @Test
    void afterARebalanceSpeedIsMeasuredAnew() {
        ProgressRecorder recorder = new ProgressRecorder();
        ProgressFacts facts = facts(NOW, Map.of());
        for (int second = 0; second <= 130; second += 5) {
            Instant at = NOW.plusSeconds(second);
            boolean scaled = second >= 100;
            long read = scaled ? 500 + (second - 100) * 50L : second * 5L;
            GroupSample sample = group("g").committed(0, read).with(member("a", ADDRESS, partition(0)));
            facts = facts(at, ends(at, 20_000), scaled ? sample.with(member("b", ADDRESS, partition(1))) : sample);
            recorder.record(facts);
        }

        assertThat(lag(new Progress(facts, recorder.history())).consumed()).contains(50.0);
    }

    @Test
    void beforeItWasWatchedLongEnoughNothingIsSaidOfItsSpeed() {
        Lag lag = lag(now(ends(NOW, 5_000), group("g").committed(0, 100).with(member("a", ADDRESS, partition(0)))));

        assertThat(lag.trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(lag.catchUp()).isInstanceOf(CatchUp.Unknown.class);
        assertThat(lag.delay()).isEqualTo(new Delay.AtLeast(Duration.ZERO));
    }

    @Test
    void aShareGroupHasNoReaderOfItsOwnForAPartition() {
        ConsumerGroup joined = join(
                now(
                        ends(NOW, 10),
                        group("g")
                                .type(Type.SHARE)
                                .committed(0, 4)
                                .with(member("a", ADDRESS, partition(0)), member("b", ADDRESS, partition(0)))),
                Optional.empty());

        assertThat(joined.partitions().known().orElseThrow()).singleElement().satisfies(partition -> {
            assertThat(partition.member()).isEmpty();
            assertThat(partition.lag()).hasValue(6);
        });
    }

    @Test
    void statesFollowWhatTheGroupDoes() {
        assertState(group("g").state("PreparingRebalance"), HealthState.PROGRESSING, "rebalancing");
        assertState(group("g").state("Empty").committed(0, 100), HealthState.HEALTHY, "has no members");
        assertState(
                group("g").state("Empty").committed(0, 60),
                HealthState.DEGRADED,
                "has no members, so nobody reads what waits");
        assertState(
                group("g").with(member("a", ADDRESS, partition(0)), member("b", ADDRESS)),
                HealthState.HEALTHY,
                "1 of 2 members has nothing to read");
        assertState(group("g").silent(), HealthState.UNKNOWN, "its coordinator does not answer");
        assertThat(join(watched(120, 28, 12), Optional.empty()).health().reason())
                .isEqualTo("falls further behind");
    }

    private static void assertState(GroupSample sample, HealthState state, String reason) {
        ConsumerGroup joined = join(now(ends(NOW, 100), sample), Optional.empty());

        assertThat(joined.health().state()).isEqualTo(state);
        assertThat(joined.health().reason()).isEqualTo(reason);
    }

    /** One partition, read from its begin on while it is written. */
    private static Progress watched(int seconds, long produced, long consumed) {
        return watchedWithBacklog(seconds, 0, produced, consumed);
    }

    private static Progress watchedWithBacklog(int seconds, long backlog, long produced, long consumed) {
        ProgressRecorder recorder = new ProgressRecorder();
        ProgressFacts facts = facts(NOW, Map.of());
        for (int second = 0; second <= seconds; second += 5) {
            Instant at = NOW.plusSeconds(second);
            facts = facts(
                    at,
                    ends(at, backlog + second * produced),
                    group("g").committed(0, second * consumed).with(member("a", ADDRESS, partition(0))));
            recorder.record(facts);
        }
        return new Progress(facts, recorder.history());
    }

    private static Optional<PodAddresses> addresses(NamespaceFacts... namespaces) {
        return kubernetes(namespaces).known().map(PodAddresses::new);
    }

    private static Lag lag(Progress progress) {
        return join(progress, Optional.empty()).lag().known().orElseThrow();
    }

    private static ConsumerGroup join(Progress progress, Optional<PodAddresses> pods) {
        var facts = progress.facts().groups().known().orElseThrow().getFirst();
        return new GroupJoiner(MAIN, progress, Optional.empty(), pods).join(facts, health -> health);
    }
}
