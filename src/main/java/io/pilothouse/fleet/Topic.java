package io.pilothouse.fleet;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.Health;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A topic of a Kafka cluster.
 *
 * @param internal whether Kafka keeps it for itself
 * @param health its state and why: the worst of its partitions
 * @param settings its effective settings
 * @param partitions by number
 * @param size bytes that all replicas of its partitions take on all brokers; empty when some replica's size is not known
 * @param produced records written to it a second, over the last minute; empty while it has not been watched for long enough
 * @param lastWritten when its last record was written: seen by the console to within some seconds, or before that the greatest timestamp
 *     of its records; empty when it holds none, or that is not known of each partition that does
 * @param readers names of the groups of its cluster that read it or have committed an offset of it, by name; empty also while groups
 *     are not known
 */
public record Topic(
        TopicId id,
        boolean internal,
        Health health,
        TopicSettings settings,
        List<Partition> partitions,
        Optional<ByteSize> size,
        Optional<Double> produced,
        Optional<Instant> lastWritten,
        List<String> readers) {

    public Topic {
        partitions = List.copyOf(partitions);
        readers = List.copyOf(readers);
    }

    /** Whether it is known that nothing was ever written to it. */
    public boolean neverWritten() {
        return partitions.stream()
                .allMatch(partition ->
                        partition.end().known().filter(end -> end == 0).isPresent());
    }

    /** How many of its partitions are in this condition. */
    public int count(Partition.Condition condition) {
        return (int) partitions.stream()
                .filter(partition -> partition.condition() == condition)
                .count();
    }

    /** The greatest number of replicas that one of its partitions has. */
    public int replication() {
        return partitions.stream()
                .mapToInt(partition -> partition.replicas().size())
                .max()
                .orElse(0);
    }

    /** How many of its partitions have all their replicas in one zone. */
    public int inOneZone() {
        return (int) partitions.stream().filter(Partition::inOneZone).count();
    }
}
