package io.pilothouse.base.ui;

import io.pilothouse.base.HealthState;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many of some things are in each state. */
public record StateCounts(Map<HealthState, Integer> counts) {

    public StateCounts {
        counts = Map.copyOf(counts);
    }

    /** "3 of 41 services need attention: 1 failing, 2 degraded"; "All 41 services are healthy". */
    public Answer inWords(String noun) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        int healthy = of(HealthState.HEALTHY);
        int progressing = of(HealthState.PROGRESSING);
        int troubled = total - healthy - progressing;
        if (troubled > 0) {
            String verb = troubled == 1 ? " needs attention" : " need attention";
            return new Answer(ofAll(troubled, total, noun) + verb, others() + ".");
        }
        if (progressing > 0) {
            String verb = progressing == 1 ? " is progressing" : " are progressing";
            return new Answer(ofAll(progressing, total, noun) + verb, healthy == 0 ? "" : "The others are healthy.");
        }
        return new Answer(
                total == 1 ? "The one " + noun + " is healthy" : "All " + Formats.counted(total, noun) + " are healthy",
                "");
    }

    private int of(HealthState state) {
        return counts.getOrDefault(state, 0);
    }

    private String others() {
        return counts.entrySet().stream()
                .filter(count -> count.getKey() != HealthState.HEALTHY)
                .sorted(Map.Entry.comparingByKey(HealthState.WORST_FIRST))
                .map(count -> Formats.count(count.getValue()) + " "
                        + count.getKey().word().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String ofAll(int part, int total, String noun) {
        return Formats.count(part) + " of " + Formats.counted(total, noun);
    }
}
