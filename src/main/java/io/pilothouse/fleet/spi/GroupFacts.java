package io.pilothouse.fleet.spi;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A group as its coordinator tells.
 *
 * @param protocol the word its members gave it; may be empty
 * @param description who is in it
 * @param committed where it goes on after a restart, by partition; only of partitions it has committed an offset of. Of a share group,
 *     the partition's end less what the broker counts as waiting (KIP-1226)
 */
public record GroupFacts(
        String name,
        ConsumerGroup.Type type,
        String protocol,
        Observed<Description> description,
        Observed<Map<PartitionId, Long>> committed) {

    /**
     * Who is in a group.
     *
     * @param state Kafka's own word
     * @param assignor what shares out its partitions; may be empty
     * @param coordinator the id of the broker that keeps it; empty when none does
     */
    public record Description(
            String state, String assignor, Optional<Integer> coordinator, List<MemberFacts> members) {}

    /**
     * A member.
     *
     * @param host the address it connects from, without the slash that Kafka puts before it
     * @param instance its {@code group.instance.id}, for a static member
     * @param assigned the partitions it reads now
     */
    public record MemberFacts(
            String id, String clientId, String host, Optional<String> instance, Set<PartitionId> assigned) {}
}
