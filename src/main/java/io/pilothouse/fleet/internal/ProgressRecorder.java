package io.pilothouse.fleet.internal;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.GroupFacts;
import io.pilothouse.fleet.spi.ProgressFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the history of one cluster's offsets from reading to reading, and says what to ask of the time before it began. */
final class ProgressRecorder {

    /** Asking on further back would find records that hardly any topic keeps. */
    private static final Duration FURTHEST_BACK = Duration.ofDays(30);

    private static final Duration FIRST_STEP_BACK = Duration.ofMinutes(1);
    private static final int STEP_FACTOR = 4;

    /** A delay is as good as known when the samples around it are this part of it away, or some seconds. */
    private static final int MARGIN = 10;

    private static final Duration NEGLIGIBLE = Duration.ofSeconds(15);
    private static final int QUESTIONS_AT_ONCE = 500;

    private Map<PartitionId, OffsetTrack> ends = new HashMap<>();
    private Map<String, Map<PartitionId, OffsetTrack>> committed = new HashMap<>();
    private Map<String, Assignment> assignments = new HashMap<>();
    private final Map<PartitionId, LastRecord> lastRecords = new HashMap<>();

    private record LastRecord(long end, Instant at) {}

    private record Assignment(Map<PartitionId, Set<String>> members, Instant since) {}

    /** Takes in what was read. */
    void record(ProgressFacts facts) {
        Map<PartitionId, OffsetTrack> newerEnds = new HashMap<>();
        facts.ends()
                .forEach((partition, end) -> grown(Optional.ofNullable(ends.get(partition)), end)
                        .ifPresent(track -> newerEnds.put(partition, track)));
        ends = newerEnds;
        lastRecords.keySet().retainAll(ends.keySet());
        facts.groups().known().ifPresent(groups -> record(groups, facts.at()));
    }

    private void record(List<GroupFacts> groups, Instant at) {
        Map<String, Map<PartitionId, OffsetTrack>> newerCommitted = new HashMap<>();
        Map<String, Assignment> newerAssignments = new HashMap<>();
        for (GroupFacts group : groups) {
            Map<PartitionId, OffsetTrack> before = committed.getOrDefault(group.name(), Map.of());
            newerCommitted.put(group.name(), tracks(group.committed(), before));
            newerAssignments.put(
                    group.name(), assignment(group, Optional.ofNullable(assignments.get(group.name())), at));
        }
        committed = newerCommitted;
        assignments = newerAssignments;
    }

    /** The history up to the last reading. */
    ProgressHistory history() {
        return new ProgressHistory(
                Map.copyOf(ends),
                Map.copyOf(committed),
                lastRecords(),
                assignments.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().since())));
    }

    /**
     * At which moments to ask for the offset of which partitions, so that the time when what was committed was written becomes known:
     * in greater and greater steps back while the history does not reach back that far, then between the two samples around it.
     */
    Map<PartitionId, Instant> questions(Instant now) {
        Map<PartitionId, Long> earliest = new HashMap<>();
        committed
                .values()
                .forEach(tracks ->
                        tracks.forEach((partition, track) -> earliest.merge(partition, track.last(), Math::min)));
        Map<PartitionId, Instant> questions = new HashMap<>();
        earliest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> Optional.ofNullable(ends.get(entry.getKey()))
                        .flatMap(track -> question(track, entry.getValue(), now))
                        .filter(_ -> questions.size() < QUESTIONS_AT_ONCE)
                        .ifPresent(moment -> questions.put(entry.getKey(), moment)));
        return questions;
    }

    /** Takes in the answers to such questions. */
    void answered(Map<PartitionId, Instant> questions, Map<PartitionId, Long> offsets) {
        offsets.forEach((partition, offset) -> ends.computeIfPresent(
                partition,
                (_, track) -> track.knowing(
                        Optional.ofNullable(questions.get(partition)).orElseThrow(), offset)));
    }

    /** Of which partitions to ask when their last record was written: those that hold records and have not been seen to grow. */
    Set<PartitionId> resting() {
        return ends.entrySet().stream()
                .filter(end -> end.getValue().last() > 0
                        && lastRecord(end.getKey(), end.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .limit(QUESTIONS_AT_ONCE)
                .collect(Collectors.toSet());
    }

    /** Takes in when the last records of such partitions were written. */
    void written(Map<PartitionId, Instant> moments) {
        moments.forEach((partition, at) -> Optional.ofNullable(ends.get(partition))
                .ifPresent(track -> lastRecords.put(partition, new LastRecord(track.last(), at))));
    }

    private Map<PartitionId, Instant> lastRecords() {
        Map<PartitionId, Instant> moments = new HashMap<>();
        ends.forEach((partition, track) -> lastRecord(partition, track).ifPresent(at -> moments.put(partition, at)));
        return Map.copyOf(moments);
    }

    private Optional<Instant> lastRecord(PartitionId partition, OffsetTrack track) {
        return track.lastGrowth()
                .or(() -> Optional.ofNullable(lastRecords.get(partition))
                        .filter(told -> told.end() == track.last())
                        .map(LastRecord::at));
    }

    private static Optional<Instant> question(OffsetTrack track, long offset, Instant now) {
        if (offset >= track.last()) {
            return Optional.empty();
        }
        if (offset < track.first()) {
            Duration reach = Duration.between(track.begin(), now);
            Duration further = reach.compareTo(FIRST_STEP_BACK) < 0 ? FIRST_STEP_BACK : reach.multipliedBy(STEP_FACTOR);
            return reach.compareTo(FURTHEST_BACK) < 0 ? Optional.of(now.minus(further)) : Optional.empty();
        }
        return track.passed(offset).flatMap(passed -> track.around(offset).flatMap(span -> closer(passed, span, now)));
    }

    /** A moment a margin away, on the side where the next sample is further away than that. */
    private static Optional<Instant> closer(Instant passed, OffsetTrack.Span span, Instant now) {
        Duration margin = Duration.between(passed, now).dividedBy(MARGIN);
        if (span.length().compareTo(NEGLIGIBLE) <= 0) {
            return Optional.empty();
        }
        if (span.from().isBefore(passed.minus(margin))) {
            return Optional.of(passed.minus(margin.dividedBy(2)));
        }
        return span.to().isAfter(passed.plus(margin))
                ? Optional.of(passed.plus(margin.dividedBy(2)))
                : Optional.empty();
    }

    private static Map<PartitionId, OffsetTrack> tracks(
            Observed<Map<PartitionId, Long>> offsets, Map<PartitionId, OffsetTrack> before) {
        return offsets.known()
                .map(known -> known.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> grown(
                                                Optional.ofNullable(before.get(entry.getKey())),
                                                offsets.map(_ -> entry.getValue()))
                                        .orElseThrow())))
                .orElse(before);
    }

    private static Optional<OffsetTrack> grown(Optional<OffsetTrack> before, Observed<Long> offset) {
        return offset.known()
                .map(known -> {
                    Instant at = offset.observedAt().orElseThrow();
                    return before.map(track -> track.then(at, known)).orElseGet(() -> OffsetTrack.of(at, known));
                })
                .or(() -> before);
    }

    private static Assignment assignment(GroupFacts group, Optional<Assignment> before, Instant at) {
        Map<PartitionId, Set<String>> members = group.description().known().stream()
                .flatMap(description -> description.members().stream())
                .flatMap(member -> member.assigned().stream().map(partition -> Map.entry(partition, member.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return before.filter(assignment -> assignment.members().equals(members))
                .orElseGet(() -> new Assignment(members, at));
    }
}
