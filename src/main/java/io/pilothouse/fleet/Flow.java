package io.pilothouse.fleet;

import java.util.Comparator;
import java.util.Optional;

/**
 * That a service writes to a topic or reads from it.
 *
 * @param rate records a second, over the last minute or so, of all of the service's pods; empty when it is not known
 */
public record Flow(WorkloadId service, TopicId topic, Direction direction, Optional<Double> rate)
        implements Comparable<Flow> {

    private static final Comparator<Flow> ORDER = Comparator.comparing(Flow::topic)
            .thenComparing(Flow::direction)
            .thenComparing(flow -> flow.service().namespace())
            .thenComparing(flow -> flow.service().name())
            .thenComparing(flow -> flow.service().kind());

    /** Which way records go. */
    public enum Direction {
        /** From the service to the topic, as the producers' own metrics tell. */
        WRITES,
        /** From the topic to the service, as the members of consumer groups tell. */
        READS
    }

    @Override
    public int compareTo(Flow other) {
        return ORDER.compare(this, other);
    }
}
