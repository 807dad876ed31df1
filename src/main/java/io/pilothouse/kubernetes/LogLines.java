package io.pilothouse.kubernetes;

import io.pilothouse.services.spi.ContainerLogs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes lines of the bytes of a log that was asked for with timestamps: {@code 2026-03-01T12:00:00.123456789Z text}. Lines come in pieces and
 * may be of any length; what is beyond some kilobytes of one is let go.
 */
final class LogLines {

    static final int LONGEST = 16_384;

    /** Terminal colours and cursor movements (ECMA-48). */
    private static final Pattern CONTROL_SEQUENCES = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");

    private final ContainerLogs.Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean cut;

    LogLines(ContainerLogs.Sink sink) {
        this.sink = sink;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                end();
            } else if (line.size() < LONGEST) {
                line.write(next);
            } else {
                cut = true;
            }
        }
    }

    /** The log has ended; a last line without its end is a line too. */
    void end() {
        if (line.size() == 0) {
            return;
        }
        String whole = line.toString(StandardCharsets.UTF_8);
        tell(cut ? whole + "…" : whole);
        line.reset();
        cut = false;
    }

    private void tell(String whole) {
        int space = whole.indexOf(' ');
        Optional<Instant> at = space < 0 ? Metadata.instant(whole) : Metadata.instant(whole.substring(0, space));
        at.ifPresent(instant -> sink.line(instant, plain(space < 0 ? "" : whole.substring(space + 1))));
    }

    private static String plain(String text) {
        String uncoloured = text.indexOf('\u001B') < 0
                ? text
                : CONTROL_SEQUENCES.matcher(text).replaceAll("");
        return uncoloured.endsWith("\r") ? uncoloured.substring(0, uncoloured.length() - 1) : uncoloured;
    }
}
