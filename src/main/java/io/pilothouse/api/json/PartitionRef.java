package io.pilothouse.api.json;

import io.pilothouse.fleet.PartitionId;

/** A partition of a topic. */
public record PartitionRef(String topic, int partition) {

    static PartitionRef of(PartitionId id) {
        return new PartitionRef(id.topic(), id.number());
    }
}
