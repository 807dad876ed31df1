package io.pilothouse.fleet;

/**
 * Partitions of a Kafka cluster by what threatens them.
 *
 * @param total all partitions, those of internal topics included
 * @param offline without a leader
 * @param underReplicated with fewer in-sync replicas than replicas
 * @param atMinimumInSync with exactly as many in-sync replicas as {@code min.insync.replicas} asks for, and fewer than replicas:
 *     one more broker down stops writes with {@code acks=all}
 * @param belowMinimumInSync with fewer than that: writes with {@code acks=all} are refused
 */
public record PartitionCounts(
        int total, int offline, int underReplicated, int atMinimumInSync, int belowMinimumInSync) {}
