package io.pilothouse.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction that has been open for long. Consumers with {@code isolation.level=read_committed} read nothing behind its first record.
 *
 * @param id the producer's {@code transactional.id}
 * @param coordinator the id of the broker that keeps its state
 * @param started when it began, by the coordinator's clock, if that tells
 * @param timeout how long after its beginning the coordinator aborts it
 * @param partitions what it has written to
 */
public record OpenTransaction(
        String id,
        long producerId,
        int coordinator,
        Optional<Instant> started,
        Duration timeout,
        List<PartitionId> partitions) {

    public OpenTransaction {
        partitions = List.copyOf(partitions);
    }
}
