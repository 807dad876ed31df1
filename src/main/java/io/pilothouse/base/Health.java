package io.pilothouse.base;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state and why it is so.
 *
 * @param state one of the five states
 * @param reason why, a phrase without a full stop; empty when there is nothing to add
 * @param beginning since when, if known
 */
public record Health(
        HealthState state, String reason, @Nullable Instant beginning) {

    /** Nothing is wrong and nothing needs to be said. */
    public static Health healthy() {
        return healthy("");
    }

    public static Health healthy(String remark) {
        return new Health(HealthState.HEALTHY, remark, null);
    }

    public static Health progressing(String reason) {
        return new Health(HealthState.PROGRESSING, reason, null);
    }

    public static Health degraded(String reason) {
        return new Health(HealthState.DEGRADED, reason, null);
    }

    public static Health failing(String reason) {
        return new Health(HealthState.FAILING, reason, null);
    }

    public static Health unknown(String reason) {
        return new Health(HealthState.UNKNOWN, reason, null);
    }

    /** Since when the state has been what it is, if known. */
    public Optional<Instant> since() {
        return Optional.ofNullable(beginning);
    }

    /** The same with a known beginning. */
    public Health since(Instant instant) {
        return new Health(state, reason, instant);
    }

    /** The same with a beginning where one is known. */
    public Health since(Optional<Instant> instant) {
        return instant.map(this::since).orElse(this);
    }

    /** Which of the two needs attention more; this one when equal. */
    public Health orWorse(Health other) {
        return other.state().isWorseThan(state) ? other : this;
    }
}
