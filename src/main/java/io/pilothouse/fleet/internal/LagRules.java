package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Lag.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a group's lag. */
final class LagRules {

    /** Rates are averages over this time, or since the partitions were last shared out when that is shorter. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** With less than this to go by, a rate says more about when the client commits (every 5 s by default) than about its speed. */
    static final Duration SHORTEST_WINDOW = Duration.ofSeconds(20);

    /** By how much of the larger one, what is read and what is written must differ to be called different. */
    private static final double DIFFERENT = 0.1;

    /** What was written within this time does not count as waiting: it is on its way, or read and not committed yet. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

    private static final double MILLIS = 1000;

    private LagRules() {}

    /** Records to read: end less committed, and never less than none, for the end may be the older of the two. */
    static OptionalLong messages(OptionalLong committed, Optional<Long> end) {
        if (end.isPresent() && end.orElseThrow() == 0) {
            return OptionalLong.of(0);
        }
        return committed.isPresent() && end.isPresent()
                ? OptionalLong.of(Math.max(0, end.orElseThrow() - committed.getAsLong()))
                : OptionalLong.empty();
    }

    /** How old the first record to read is: the time since the end offset passed what was committed. */
    static Delay delay(OptionalLong messages, OptionalLong committed, Optional<OffsetTrack> end, Instant now) {
        if (messages.isPresent() && messages.getAsLong() == 0) {
            return Delay.NONE;
        }
        if (messages.isEmpty() || committed.isEmpty() || end.isEmpty()) {
            return new Delay.Unknown("Its end or its committed offset is not known.");
        }
        OffsetTrack track = end.orElseThrow();
        return track.passed(committed.getAsLong())
                .<Delay>map(passed -> new Delay.Known(notNegative(Duration.between(passed, now))))
                .orElseGet(() -> new Delay.AtLeast(notNegative(Duration.between(track.begin(), now))));
    }

    /** The sum over partitions. What is not known of a partition is not in the sum of messages, and leaves the rates unknown. */
    static Lag sum(List<GroupPartition> partitions) {
        OptionalLong messages = partitions.stream()
                .map(GroupPartition::lag)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Math::addExact);
        int unknown = (int) partitions.stream()
                .filter(partition -> partition.lag().isEmpty())
                .count();
        Optional<Double> consumed = rate(partitions, GroupPartition::consumed);
        Optional<Double> produced = rate(partitions, GroupPartition::produced);
        Delay delay = partitions.stream()
                .map(GroupPartition::delay)
                .reduce(Delay::longer)
                .orElse(new Delay.Unknown("It has committed no offset."));
        return new Lag(
                messages,
                unknown,
                partitions.stream()
                        .filter(partition -> partition.lag().orElse(0) > 0)
                        .max(Comparator.comparingLong(
                                partition -> partition.lag().orElse(0)))
                        .map(GroupPartition::id),
                delay,
                consumed,
                produced,
                trend(messages, consumed, produced),
                catchUp(partitions, messages));
    }

    private static Trend trend(OptionalLong messages, Optional<Double> consumed, Optional<Double> produced) {
        if (messages.isPresent() && messages.getAsLong() == 0) {
            return Trend.STEADY;
        }
        if (consumed.isEmpty() || produced.isEmpty()) {
            return Trend.UNKNOWN;
        }
        double gain = produced.orElseThrow() - consumed.orElseThrow();
        double threshold = DIFFERENT * Math.max(produced.orElseThrow(), consumed.orElseThrow());
        if (Math.abs(gain) <= threshold) {
            return Trend.STEADY;
        }
        return gain > 0 ? Trend.GROWING : Trend.SHRINKING;
    }

    /**
     * The longest time that one member, or one partition that has none, takes: its lag by how much more it reads a second than is
     * written. A member takes its partitions in turns, a whole fetch of each, so that a single partition's speed says nothing.
     */
    private static CatchUp catchUp(List<GroupPartition> partitions, OptionalLong messages) {
        if (messages.isEmpty()) {
            return new CatchUp.Unknown("Its lag is not known.");
        }
        Map<String, List<GroupPartition>> byReader = partitions.stream()
                .collect(Collectors.groupingBy(
                        partition -> partition.member().orElse(partition.id().toString())));
        return byReader.values().stream()
                .map(LagRules::catchUpOfOne)
                .reduce(LagRules::later)
                .orElse(new CatchUp.Done());
    }

    private static CatchUp catchUpOfOne(List<GroupPartition> partitions) {
        long lag = partitions.stream()
                .mapToLong(partition -> partition.lag().orElse(0))
                .sum();
        if (lag == 0) {
            return new CatchUp.Done();
        }
        Optional<Double> consumed = rate(partitions, GroupPartition::consumed);
        Optional<Double> produced = rate(partitions, GroupPartition::produced);
        if (consumed.isEmpty() || produced.isEmpty()) {
            return new CatchUp.Unknown("Its speed is still being measured.");
        }
        double keptUp = Math.min(consumed.orElseThrow(), produced.orElseThrow());
        if (lag <= keptUp * IN_FLIGHT.toSeconds()) {
            return new CatchUp.Done();
        }
        double gain = consumed.orElseThrow() - produced.orElseThrow();
        return gain <= DIFFERENT * Math.max(consumed.orElseThrow(), produced.orElseThrow())
                ? new CatchUp.Never()
                : new CatchUp.In(Duration.ofMillis(Math.round(MILLIS * lag / gain)));
    }

    private static CatchUp later(CatchUp one, CatchUp other) {
        if (one instanceof CatchUp.In(Duration first) && other instanceof CatchUp.In(Duration second)) {
            return first.compareTo(second) >= 0 ? one : other;
        }
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(CatchUp catchUp) {
        return switch (catchUp) {
            case CatchUp.Done _ -> 0;
            case CatchUp.In _ -> 1;
            case CatchUp.Unknown _ -> 2;
            case CatchUp.Never _ -> 3;
        };
    }

    private static Optional<Double> rate(
            List<GroupPartition> partitions, Function<GroupPartition, Optional<Double>> rate) {
        boolean all = !partitions.isEmpty()
                && partitions.stream()
                        .allMatch(partition -> rate.apply(partition).isPresent());
        return all
                ? Optional.of(partitions.stream()
                        .mapToDouble(partition -> rate.apply(partition).orElseThrow())
                        .sum())
                : Optional.empty();
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
