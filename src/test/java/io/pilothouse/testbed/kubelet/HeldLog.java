package io.pilothouse.testbed.kubelet;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The log of a process that may run before its pod is there: keeps the newest lines until it is handed the pod's log. */
public final class HeldLog implements LogSink {

    private static final int LINES_KEPT = 2_000;

    private record Line(Instant at, String text) {}

    private final Queue<Line> held = new ArrayDeque<>();
    private Optional<LogSink> target = Optional.empty();

    @Override
    public synchronized void write(Instant at, String line) {
        if (target.isPresent()) {
            target.get().write(at, line);
            return;
        }
        if (held.size() == LINES_KEPT) {
            held.remove();
        }
        held.add(new Line(at, line));
    }

    /** Passes on what was held, in its order, and from now on every line. */
    public synchronized void passTo(LogSink sink) {
        held.forEach(line -> sink.write(line.at(), line.text()));
        held.clear();
        target = Optional.of(sink);
    }
}
