package io.pilothouse.testbed.kubelet;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One reader of a growing log. A reader that is 10,000 lines behind is let go rather than shown a log with holes. */
final class LogFollower {

    private static final int LINES_BEHIND = 10_000;

    private final List<LogLine> soFar;
    private final BlockingQueue<Optional<LogLine>> coming = new LinkedBlockingQueue<>();

    LogFollower(List<LogLine> soFar) {
        this.soFar = soFar;
    }

    /** The lines there were when following began. */
    List<LogLine> soFar() {
        return soFar;
    }

    /** Waits for the next line; empty at the log's end. */
    Optional<LogLine> next() throws InterruptedException {
        return coming.take();
    }

    void offer(LogLine line) {
        if (coming.size() < LINES_BEHIND) {
            coming.add(Optional.of(line));
        } else {
            end();
        }
    }

    void end() {
        coming.add(Optional.empty());
    }
}
