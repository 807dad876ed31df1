package io.pilothouse.groups.ui;

import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of the list of groups: whether they keep up. */
final class GroupsAnswer {

    private static final String NOUN = "consumer group";

    private GroupsAnswer() {}

    /**
     * @param problem why some of it is from before, if it is
     */
    static Answer of(List<ShownGroup> groups, Optional<Failure> problem) {
        List<ShownGroup> behind = groups.stream()
                .filter(shown -> shown.group().health().state() == HealthState.DEGRADED && waits(shown))
                .toList();
        long unknown = count(groups, HealthState.UNKNOWN);
        long progressing = count(groups, HealthState.PROGRESSING);
        String rest = Stream.of(
                        progressing == 0
                                ? ""
                                : Formats.counted(progressing, "group")
                                        + (progressing == 1 ? " rebalances or catches" : " rebalance or catch")
                                        + " up.",
                        unknown == 0 ? "" : "Of " + Formats.counted(unknown, "group") + " that is not known.",
                        problem.map(failure -> failure.summary() + ".").orElse(""))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        if (behind.isEmpty()) {
            return new Answer(keepUp(groups.size(), unknown), rest);
        }
        return new Answer(
                Formats.count(behind.size()) + " of " + Formats.counted(groups.size(), NOUN)
                        + (behind.size() == 1 ? " falls behind" : " fall behind"),
                (slowest(behind) + " " + rest).strip());
    }

    private static String keepUp(int all, long unknown) {
        if (unknown > 0) {
            return unknown == all ? "Whether groups keep up is not known" : "All groups that are known keep up";
        }
        return all == 1 ? "The one " + NOUN + " keeps up" : "All " + Formats.counted(all, NOUN) + " keep up";
    }

    /** "The slowest, warehouse, is 12 min behind and falling further." */
    private static String slowest(List<ShownGroup> behind) {
        ShownGroup slowest = behind.stream()
                .max(Comparator.comparing((ShownGroup shown) ->
                                shown.lag().map(Lag::trend).orElse(Trend.UNKNOWN) == Trend.GROWING)
                        .thenComparing(ShownGroup::behind))
                .orElseThrow();
        Optional<String> far = slowest.lag().flatMap(lag -> LagWords.behind(lag.delay()));
        String name = Formats.name(slowest.group().id().name());
        return far.map(words -> (behind.size() == 1 ? name + " is " : "The slowest, " + name + ", is ") + words
                        + slowest.lag().map(LagWords::trend).orElse("") + ".")
                .orElse("");
    }

    private static boolean waits(ShownGroup shown) {
        return shown.lag().filter(lag -> lag.messages().orElse(0) > 0).isPresent();
    }

    private static long count(List<ShownGroup> groups, HealthState state) {
        return groups.stream()
                .filter(shown -> shown.group().health().state() == state)
                .count();
    }
}
