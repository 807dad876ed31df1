package io.pilothouse.groups.ui;

import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.TopicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A partition in the list of what a group reads.
 *
 * @param reader who reads it; empty when nobody does
 * @param shared whether any member may read it, as of a share group
 */
record ShownPartition(TopicId topic, GroupPartition partition, Optional<ShownMember> reader, boolean shared) {

    /** What a group reads, with its members as the person may see them. */
    static List<ShownPartition> of(ConsumerGroup group, List<ShownMember> members) {
        Map<String, ShownMember> byId = members.stream()
                .collect(Collectors.toMap(shown -> shown.member().id(), Function.identity(), (one, _) -> one));
        return group.partitions().known().stream()
                .flatMap(List::stream)
                .map(partition -> new ShownPartition(
                        new TopicId(group.id().cluster(), partition.id().topic()),
                        partition,
                        partition.member().flatMap(id -> Optional.ofNullable(byId.get(id))),
                        group.type() == ConsumerGroup.Type.SHARE))
                .toList();
    }
}
