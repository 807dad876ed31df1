package io.pilothouse.metrics;

import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;

/** Whose figures. */
public sealed interface Subject {

    /** The pods of a service, those that have gone too. */
    record ServicePods(WorkloadId id) implements Subject {}

    /** A group of consumers, by the topics it reads. */
    record Group(GroupId id) implements Subject {}

    /**
     * Brokers of a Kafka cluster, by their pods.
     *
     * @param pods their names, sorted
     */
    record Brokers(String namespace, List<String> pods) implements Subject {
        public Brokers {
            pods = pods.stream().sorted().toList();
        }
    }
}
