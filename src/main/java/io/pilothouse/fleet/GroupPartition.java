package io.pilothouse.fleet;

import io.pilothouse.base.Observed;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a group has read one partition.
 *
 * @param committed the offset it reads next after a restart; empty when it has committed none. Of a share group,
 *     whose members read in no order, the end less what the broker counts as waiting (KIP-1226)
 * @param end the partition's end offset
 * @param lag records it has yet to read: end less committed, never below zero; empty when one of the two is not known
 * @param delay the same in time
 * @param consumed records it reads of it a second, over the last minute; empty while it has not been watched for long enough
 * @param produced records written to it a second, in the same way
 * @param member the id of the member that reads it; empty when none does, and for share groups, where any may
 */
public record GroupPartition(
        PartitionId id,
        OptionalLong committed,
        Observed<Long> end,
        OptionalLong lag,
        Delay delay,
        Optional<Double> consumed,
        Optional<Double> produced,
        Optional<String> member) {}
