package io.pilothouse.api.json;

import io.pilothouse.fleet.Delay;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lag in time: how old the first record is that a group has yet to read.
 *
 * @param seconds null when it is not known
 * @param atLeast whether it may be more than that
 * @param reason why it is not known; null when it is
 */
public record DelayJson(
        @Nullable Double seconds, boolean atLeast, @Nullable Reason reason) {

    static DelayJson of(Delay delay) {
        return switch (delay) {
            case Delay.Known known -> new DelayJson(seconds(known.value()), false, null);
            case Delay.AtLeast least -> new DelayJson(seconds(least.value()), true, null);
            case Delay.Unknown unknown -> new DelayJson(null, false, Reason.notTold(unknown.reason()));
        };
    }

    /** To the millisecond. */
    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
