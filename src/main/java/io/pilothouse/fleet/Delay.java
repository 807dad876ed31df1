package io.pilothouse.fleet;

import java.time.Duration;

/**
 * Lag in time: how old the first record is that a group has yet to read. The moment at which the partition's end offset passed the
 * committed offset is found on samples of the end offset and, further back, on the offsets that brokers name for a time
 * ({@code ListOffsets} by timestamp), between which it is interpolated.
 */
public sealed interface Delay {

    /** That old; zero when there is nothing left to read. */
    record Known(Duration value) implements Delay {}

    /** Older than this: what is known of the partition's end offset does not reach back that far. */
    record AtLeast(Duration value) implements Delay {}

    /** Nobody can say, and why. */
    record Unknown(String reason) implements Delay {}

    /** Nothing is left to read. */
    Delay NONE = new Known(Duration.ZERO);

    /** The age, or the least that it can be; zero where nothing is known, so only to be used for comparing. */
    default Duration atLeast() {
        return switch (this) {
            case Known known -> known.value();
            case AtLeast atLeast -> atLeast.value();
            case Unknown _ -> Duration.ZERO;
        };
    }

    /** The longer of the two; one that is not known leaves the other. */
    static Delay longer(Delay one, Delay other) {
        if (one instanceof Unknown) {
            return other;
        }
        return other.atLeast().compareTo(one.atLeast()) > 0 ? other : one;
    }
}
