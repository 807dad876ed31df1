package io.pilothouse.api.json;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Partition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partition of a topic. */
public record PartitionJson(
        int number,
        @Nullable Integer leader,
        List<Integer> replicas,
        List<Integer> inSync,
        String condition,
        Known<List<String>> zones,
        List<ReplicaSizeJson> sizes,
        Known<Long> endOffset) {

    /** What a replica takes on its broker. */
    public record ReplicaSizeJson(int broker, long bytes) {
        private static ReplicaSizeJson of(Map.Entry<Integer, ByteSize> entry) {
            return new ReplicaSizeJson(entry.getKey(), entry.getValue().bytes());
        }
    }

    static PartitionJson of(Partition partition, VisibleFleet fleet) {
        return new PartitionJson(
                partition.number(),
                partition.leader().isPresent() ? partition.leader().getAsInt() : null,
                partition.replicas(),
                partition.inSync(),
                Words.of(partition.condition()),
                zones(partition, fleet),
                partition.sizes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(ReplicaSizeJson::of)
                        .toList(),
                Known.of(partition.end()));
    }

    private static Known<List<String>> zones(Partition partition, VisibleFleet fleet) {
        return fleet.seesNodes()
                ? Known.of(
                        Optional.of(partition.zones()).filter(zones -> !zones.isEmpty()),
                        "The zone of one of its replicas is not known.")
                : Known.hidden(ReadableKind.NODES.list(""));
    }
}
