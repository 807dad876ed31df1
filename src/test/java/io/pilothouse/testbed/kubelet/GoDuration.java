package io.pilothouse.testbed.kubelet;

import java.time.Duration;

/** Durations as Go prints them, for messages that are worded as in life. */
final class GoDuration {

    private GoDuration() {}

    /** For instance {@code 500ms}, {@code 10s}, {@code 2m40s}, {@code 5m0s}. */
    static String format(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + "ms";
        }
        String seconds = duration.toSecondsPart() + "s";
        return duration.toMinutes() == 0 ? seconds : duration.toMinutes() + "m" + seconds;
    }
}
