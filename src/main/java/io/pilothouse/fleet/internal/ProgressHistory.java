package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.PartitionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far one cluster's partitions were written and read lately.
 *
 * @param ends end offsets, by partition
 * @param committed committed offsets, by group and partition
 * @param lastRecords when the last record of a partition was written, where brokers told or it was seen
 * @param assignedSince since when each group's partitions have been shared out as they are now
 */
record ProgressHistory(
        Map<PartitionId, OffsetTrack> ends,
        Map<String, Map<PartitionId, OffsetTrack>> committed,
        Map<PartitionId, Instant> lastRecords,
        Map<String, Instant> assignedSince) {

    /** The track of a partition's end offset, if it was ever known. */
    Optional<OffsetTrack> end(PartitionId partition) {
        return Optional.ofNullable(ends.get(partition));
    }

    /** The track of what a group committed of a partition, if it ever did. */
    Optional<OffsetTrack> committed(String group, PartitionId partition) {
        return Optional.ofNullable(committed.get(group)).map(tracks -> tracks.get(partition));
    }
}
