package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.TopicSettings;
import java.util.List;
import java.util.OptionalInt;

/**
 * A topic and its partitions.
 *
 * @param internal whether Kafka keeps it for itself
 * @param settings its effective settings, as far as they could be read
 * @param partitions by partition number
 */
public record TopicFacts(String name, boolean internal, TopicSettings settings, List<PartitionFacts> partitions) {

    /** Its effective {@code min.insync.replicas}; empty when its settings could not be read. */
    public OptionalInt minimumInSync() {
        return settings.minimumInSync();
    }

    /**
     * One partition.
     *
     * @param leader the id of its leader; empty when it has none
     * @param replicas ids of the brokers that hold it, the preferred leader first
     * @param inSync ids of those whose replica is in sync
     */
    public record PartitionFacts(int number, OptionalInt leader, List<Integer> replicas, List<Integer> inSync) {}
}
