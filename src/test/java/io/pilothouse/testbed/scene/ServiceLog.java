package io.pilothouse.testbed.scene;

import io.pilothouse.testbed.kubelet.LogSink;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A service's log: lines with time, level and logger, as a JVM service writes them to its standard output. */
final class ServiceLog {

    private static final Clock WALL = Clock.systemUTC();

    private final LogSink sink;

    ServiceLog(LogSink sink) {
        this.sink = sink;
    }

    void info(String logger, String message) {
        write("INFO", logger, message);
    }

    void warn(String logger, String message) {
        write("WARN", logger, message);
    }

    void error(String logger, String message) {
        write("ERROR", logger, message);
    }

    void write(String level, String logger, String message) {
        Instant now = WALL.instant();
        sink.write(now, "%-24s %-5s %s - %s".formatted(now.truncatedTo(ChronoUnit.MILLIS), level, logger, message));
    }
}
