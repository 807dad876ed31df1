package io.pilothouse.fleet;

import java.util.List;
import java.util.Optional;

/**
 * A member of a group of consumers.
 *
 * @param id Kafka's own id of it
 * @param clientId what the client calls itself; several may have the same
 * @param host the address it connects from, as the broker sees it
 * @param instance its {@code group.instance.id}, for a static member (KIP-345)
 * @param assigned the partitions it reads now; those of a share group are read by others too
 * @param origin where it runs
 */
public record Member(
        String id,
        String clientId,
        String host,
        Optional<String> instance,
        List<PartitionId> assigned,
        MemberOrigin origin) {

    public Member {
        assigned = List.copyOf(assigned);
    }

    /** Whether nothing is assigned to it, so that it only waits. */
    public boolean idle() {
        return assigned.isEmpty();
    }
}
