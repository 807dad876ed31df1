package io.pilothouse.testbed.kubelet;

import java.time.Instant;

/** Takes the output of a container, line by line; never blocks for long and never throws. */
public interface LogSink {

    /** Takes one line without its line break, written at the given time. */
    void write(Instant at, String line);
}
