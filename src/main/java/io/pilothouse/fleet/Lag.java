package io.pilothouse.fleet;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a group is behind, over all its partitions.
 *
 * @param messages the sum of its partitions' lag; empty when it is not known of any
 * @param unknown of how many partitions the lag is not known, so that it is not in the sum
 * @param worst the partition with the greatest lag, if there is any lag
 * @param delay lag in time: the longest of its partitions'
 * @param consumed records it reads a second, over the last minute; empty while that is not known of each partition
 * @param produced records written to its partitions a second, in the same way
 * @param trend where it goes
 * @param catchUp when it will have read all
 */
public record Lag(
        OptionalLong messages,
        int unknown,
        Optional<PartitionId> worst,
        Delay delay,
        Optional<Double> consumed,
        Optional<Double> produced,
        Trend trend,
        CatchUp catchUp) {

    /** Where a lag goes: whether more is written than read, by more than a tenth of the larger of the two. */
    public enum Trend {
        GROWING,
        STEADY,
        SHRINKING,
        /** It has not been watched for long enough. */
        UNKNOWN
    }
}
