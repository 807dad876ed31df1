package io.pilothouse.services;

import java.util.List;

/** One person's look at the logs of a service. Ends when it is closed. */
public interface LogViewer extends AutoCloseable {

    /** What is new since the last call; the first tells what is there. Waits for nothing. */
    LogBatch take();

    /** All lines that are kept, by time; none for who may not see them. */
    List<LogLine> kept();

    @Override
    void close();
}
