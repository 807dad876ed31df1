package io.pilothouse.overview;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Health;
import io.pilothouse.fleet.WorkloadId;

/**
 * Something that is not as it should be.
 *
 * @param subject what it is about
 * @param title its name, as people call it
 * @param health its state, why and since when
 */
public record Finding(Subject subject, String title, Health health) {

    /** What a finding is about, and so where it leads. */
    public sealed interface Subject {

        /** A service. */
        record OfService(WorkloadId id) implements Subject {}

        /** A Kafka cluster. */
        record OfCluster(ClusterId id) implements Subject {}

        /** A broker of a Kafka cluster. */
        record OfBroker(ClusterId cluster, int broker) implements Subject {}
    }
}
