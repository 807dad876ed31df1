package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.PartitionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads Kafka clusters for the picture. */
public interface KafkaFacts {

    /** Clusters that the console's settings name, besides those that Kubernetes knows. */
    List<KafkaConnection> configured();

    /**
     * Asks the cluster for everything the picture needs, in parts, each with a deadline of its own. Blocks for some seconds at most.
     * What one broker does not tell is missing from that broker alone.
     *
     * @throws SourceUnavailable when no broker answers at all
     */
    KafkaClusterFacts read(KafkaConnection connection) throws SourceUnavailable;

    /**
     * Asks how far the partitions of these facts are written, and all groups have read them; over a connection of its own, so that
     * {@link #read} never waits for it. Leaves out what has no leader, or one that does not answer.
     *
     * @throws SourceUnavailable when no broker answers at all
     */
    ProgressFacts readProgress(KafkaConnection connection, KafkaClusterFacts cluster) throws SourceUnavailable;

    /**
     * The offset of the first record of a partition whose timestamp is at or after the moment; the end offset when there is none. Only
     * of partitions that were answered for.
     */
    Map<PartitionId, Long> offsetsAt(KafkaConnection connection, Map<PartitionId, Instant> moments);

    /** The greatest timestamp of the records of each of the partitions; only of those that hold records and were answered for. */
    Map<PartitionId, Instant> lastRecords(KafkaConnection connection, Set<PartitionId> partitions);

    /** Ends the connections to the cluster. */
    void disconnect(KafkaConnection connection);
}
