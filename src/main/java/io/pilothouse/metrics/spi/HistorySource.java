package io.pilothouse.metrics.spi;

import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Subject;
import java.time.Duration;
import java.time.Instant;

/** Reads figures over time. */
public interface HistorySource {

    /**
     * The figure from one time to another, both included. Blocks until the source's deadline at most.
     *
     * @param step between two points; both times are multiples of it
     * @throws SourceUnavailable when there is no answer
     */
    History read(Subject subject, Figure figure, Instant from, Instant to, Duration step) throws SourceUnavailable;
}
