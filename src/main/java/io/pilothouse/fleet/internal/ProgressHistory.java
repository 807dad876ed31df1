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
 * @param assignedSince since when each group's partitions have been shared out as they are now
 */
record ProgressHistory(
        Map<PartitionId, OffsetTrack> ends,
        Map<String, Map<PartitionId, OffsetTrack>> committed,
        Map<String, Instant> assignedSince) {

    /** Nothing has been watched yet. */
    static final ProgressHistory NONE = new ProgressHistory(Map.of(), Map.of(), Map.of());

    /** The track of a partition's end offset, if it was ever known. */
    Optional<OffsetTrack> end(PartitionId partition) {
        return Optional.ofNullable(ends.get(partition));
    }

    /** The track of what a group committed of a partition, if it ever did. */
    Optional<OffsetTrack> committed(String group, PartitionId partition) {
        return Optional.ofNullable(committed.get(group)).map(tracks -> tracks.get(partition));
    }
}
