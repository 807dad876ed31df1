package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ConsumerGroup.Membership;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.GroupFacts;
import io.pilothouse.fleet.spi.GroupFacts.MemberFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Joins the groups of one cluster with the ends of what they read, and their members with the pods they run in. */
final class GroupJoiner {

    private final ClusterId cluster;
    private final Progress progress;
    private final Optional<Failure> silence;
    private final Optional<PodAddresses> pods;

    /**
     * @param silence why nothing newer could be had, if the cluster does not answer at all
     * @param pods the pods by address; empty while Kubernetes tells of none
     */
    GroupJoiner(ClusterId cluster, Progress progress, Optional<Failure> silence, Optional<PodAddresses> pods) {
        this.cluster = cluster;
        this.progress = progress;
        this.silence = silence;
        this.pods = pods;
    }

    /**
     * @param continued gives a state the beginning that it had in the picture before
     */
    ConsumerGroup join(GroupFacts facts, UnaryOperator<Health> continued) {
        Observed<Membership> membership = aged(facts.description().map(this::membership));
        Map<PartitionId, String> readers = readers(facts);
        Observed<List<GroupPartition>> partitions =
                aged(facts.committed().map(committed -> partitions(facts, committed, readers)));
        Observed<Lag> lag = partitions.flatMap(list ->
                lag(list, partitions.observedAt().orElse(progress.facts().at())));
        return new ConsumerGroup(
                new GroupId(cluster, facts.name()),
                facts.type(),
                facts.protocol(),
                continued.apply(health(facts.type(), membership, lag)),
                membership,
                partitions,
                lag);
    }

    private Health health(ConsumerGroup.Type type, Observed<Membership> membership, Observed<Lag> lag) {
        return silence.map(failure -> Health.unknown("no broker answers").since(failure.since()))
                .orElseGet(() -> GroupRules.health(type, membership, lag));
    }

    /** What a cluster told that has fallen silent is old. */
    private <T> Observed<T> aged(Observed<T> told) {
        return silence.map(told::after).orElse(told);
    }

    private Membership membership(GroupFacts.Description description) {
        return new Membership(
                description.state(),
                description.assignor(),
                description.coordinator(),
                description.members().stream().map(this::member).toList());
    }

    private Member member(MemberFacts member) {
        return new Member(
                member.id(),
                member.clientId(),
                member.host(),
                member.instance(),
                member.assigned().stream().sorted().toList(),
                pods.map(addresses -> addresses.origin(member.host())).orElseGet(MemberOrigin.Unknown::new));
    }

    /** Who reads what; any member of a share group may read any of its partitions. */
    private static Map<PartitionId, String> readers(GroupFacts facts) {
        Map<PartitionId, String> readers = new HashMap<>();
        if (facts.type() != ConsumerGroup.Type.SHARE) {
            facts.description().known().stream()
                    .flatMap(description -> description.members().stream())
                    .forEach(member -> member.assigned().forEach(partition -> readers.put(partition, member.id())));
        }
        return readers;
    }

    /** All partitions that it has committed an offset of or reads; what was committed of a topic that is gone says nothing. */
    private List<GroupPartition> partitions(
            GroupFacts facts, Map<PartitionId, Long> committed, Map<PartitionId, String> readers) {
        var ids = new TreeSet<>(committed.keySet());
        facts.description().known().stream()
                .flatMap(description -> description.members().stream())
                .forEach(member -> ids.addAll(member.assigned()));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(progress.facts().ends().get(id))
                        .map(end -> partition(facts.name(), id, committed, aged(end), readers)))
                .toList();
    }

    private GroupPartition partition(
            String group,
            PartitionId id,
            Map<PartitionId, Long> allCommitted,
            Observed<Long> end,
            Map<PartitionId, String> readers) {
        OptionalLong committed =
                Optional.ofNullable(allCommitted.get(id)).map(OptionalLong::of).orElse(OptionalLong.empty());
        OptionalLong lag = LagRules.messages(committed, end.known());
        Optional<OffsetTrack> endTrack = progress.history().end(id);
        Optional<OffsetTrack> track = progress.history().committed(group, id);
        Instant from = from(group, track);
        boolean nothingEver = committed.isEmpty() && lag.isPresent();
        return new GroupPartition(
                id,
                committed,
                end,
                lag,
                LagRules.delay(lag, committed, endTrack, progress.facts().at()),
                nothingEver ? Optional.of(0.0) : rate(track, from),
                rate(endTrack, from),
                Optional.ofNullable(readers.get(id)));
    }

    private static Optional<Double> rate(Optional<OffsetTrack> track, Instant from) {
        return track.flatMap(known -> known.rateSince(from, LagRules.SHORTEST_WINDOW));
    }

    /** From when on what is read and what is written are compared. */
    private Instant from(String group, Optional<OffsetTrack> committed) {
        Instant window = progress.facts().at().minus(LagRules.WINDOW);
        Instant assigned = Optional.ofNullable(
                        progress.history().assignedSince().get(group))
                .orElse(window);
        return Stream.of(window, assigned, committed.map(OffsetTrack::begin).orElse(window))
                .max(Instant::compareTo)
                .orElse(window);
    }

    private static Observed<Lag> lag(List<GroupPartition> partitions, Instant at) {
        Lag lag = LagRules.sum(partitions);
        for (GroupPartition partition : partitions) {
            if (partition.end() instanceof Observed.Stale<Long>(Long _, Instant told, Failure failure)) {
                return new Observed.Stale<>(lag, told, failure);
            }
        }
        return new Observed.Fresh<>(lag, at);
    }
}
