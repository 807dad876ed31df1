package io.pilothouse.testbed.kubelet;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** One line of a container's log; on disk in the format of the container runtime interface. */
record LogLine(Instant at, String text) {

    private static final String STREAM_AND_TAG = " stdout F ";

    String onDisk() {
        return at + STREAM_AND_TAG + text;
    }

    /** Empty for a line that was cut off, for instance by a full disk. */
    static Optional<LogLine> fromDisk(String line) {
        int separator = line.indexOf(STREAM_AND_TAG);
        if (separator < 0) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.parse(line.substring(0, separator));
            return Optional.of(new LogLine(at, line.substring(separator + STREAM_AND_TAG.length())));
        } catch (DateTimeParseException cutOff) {
            return Optional.empty();
        }
    }
}
