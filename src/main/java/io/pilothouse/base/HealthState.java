package io.pilothouse.base;

import java.util.Comparator;

/** The five states, the same for everything the console shows. */
public enum HealthState {
    FAILING("Failing"),
    DEGRADED("Degraded"),
    UNKNOWN("Unknown"),
    PROGRESSING("Progressing"),
    HEALTHY("Healthy");

    /** What needs attention most comes first. */
    public static final Comparator<HealthState> WORST_FIRST = Comparator.naturalOrder();

    private final String word;

    HealthState(String word) {
        this.word = word;
    }

    /** The word people read, everywhere the same. */
    public String word() {
        return word;
    }

    /** Whether this state needs attention more than the other. */
    public boolean isWorseThan(HealthState other) {
        return compareTo(other) < 0;
    }
}
