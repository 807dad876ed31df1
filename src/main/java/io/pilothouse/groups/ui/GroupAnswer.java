package io.pilothouse.groups.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.ui.LagWords;
import io.pilothouse.groups.UnreadDeletion;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of a group's page: whether it keeps up, and if not, how long it will take. */
final class GroupAnswer {

    private GroupAnswer() {}

    static Answer of(ConsumerGroup group, Optional<UnreadDeletion> deletion) {
        Optional<Lag> lag = group.lag().known();
        String rest = Stream.of(
                        lag.flatMap(GroupAnswer::waiting),
                        lag.flatMap(GroupAnswer::outlook),
                        deletion.map(GroupAnswer::loss),
                        group.membership().known().map(membership -> GroupWords.consumers(group, membership) + "."),
                        old(group))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        boolean healthy = group.health().state() == HealthState.HEALTHY;
        return new Answer(
                headline(group, lag),
                healthy ? Optional.empty() : group.health().since(),
                rest);
    }

    private static String headline(ConsumerGroup group, Optional<Lag> lag) {
        String reason = group.health().reason();
        return switch (group.health().state()) {
            case HEALTHY -> group.members().isEmpty() ? "Nobody reads, and nothing is known to wait" : "It keeps up";
            case UNKNOWN -> "Whether it keeps up is not known: " + reason;
            case PROGRESSING, DEGRADED, FAILING ->
                Character.toUpperCase(reason.charAt(0))
                        + reason.substring(1)
                        + behind(lag).map(words -> ": it is " + words).orElse("");
        };
    }

    private static Optional<String> behind(Optional<Lag> lag) {
        return lag.flatMap(known -> LagWords.behind(known.delay()));
    }

    /** "12 400 records wait"; nothing to say when none does. */
    private static Optional<String> waiting(Lag lag) {
        if (lag.messages().isEmpty()) {
            return Optional.of("How many records wait is not known.");
        }
        long count = lag.messages().getAsLong();
        return count == 0
                ? Optional.empty()
                : Optional.of((lag.unknown() == 0 ? "" : "At least ")
                        + Formats.counted(count, "record")
                        + (count == 1 ? " waits." : " wait."));
    }

    private static Optional<String> outlook(Lag lag) {
        return switch (lag.catchUp()) {
            case CatchUp.In(var time) ->
                Optional.of("At this speed it will have caught up in about " + Formats.duration(time) + ".");
            case CatchUp.Never _ -> Optional.of("At this speed it never catches up.");
            case CatchUp.Done _, CatchUp.Unknown _ -> Optional.empty();
        };
    }

    private static String loss(UnreadDeletion deletion) {
        return deletion.after().isZero()
                ? "Retention of topic " + deletion.topic() + " may be deleting records that it has not read."
                : "In about " + Formats.duration(deletion.after()) + " retention of topic " + deletion.topic()
                        + " begins to delete records that it has not read.";
    }

    private static Optional<String> old(ConsumerGroup group) {
        return group.lag() instanceof Observed.Stale<Lag> stale
                ? Optional.of("Some of it is from before: " + stale.failure().summary() + ".")
                : Optional.empty();
    }
}
