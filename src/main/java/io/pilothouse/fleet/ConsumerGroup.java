package io.pilothouse.fleet;

import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group of consumers, of any of Kafka's types.
 *
 * @param type which of Kafka's protocols it follows
 * @param protocol the word its members gave it: {@code consumer}, {@code share}, {@code streams}, {@code connect} …; may be empty
 * @param health its state and why
 * @param membership who is in it; stale while its coordinator does not answer
 * @param partitions how far it has read, by partition; stale or missing as its committed offsets are
 * @param lag the sum over its partitions; stale when one of the end offsets in it is
 */
public record ConsumerGroup(
        GroupId id,
        Type type,
        String protocol,
        Health health,
        Observed<Membership> membership,
        Observed<List<GroupPartition>> partitions,
        Observed<Lag> lag) {

    /** Kafka's group protocols. */
    public enum Type {
        /** The members share out partitions among themselves (KIP-62 and before). */
        CLASSIC,
        /** The coordinator shares out partitions (KIP-848). */
        CONSUMER,
        /** Members share the records of a partition, each of which is acknowledged (KIP-932). */
        SHARE,
        /** A Kafka Streams application whose tasks the coordinator shares out (KIP-1071). */
        STREAMS,
        /** The broker is too old or too new to tell. */
        UNKNOWN
    }

    /**
     * Who is in a group.
     *
     * @param state Kafka's own word: Stable, Empty, PreparingRebalance …
     * @param assignor what shares out its partitions; may be empty
     * @param coordinator the id of the broker that keeps it; empty when none does
     * @param members by client id
     */
    public record Membership(String state, String assignor, Optional<Integer> coordinator, List<Member> members) {

        public Membership {
            members = List.copyOf(members);
        }

        /** How many members have nothing to read. */
        public int idle() {
            return (int) members.stream().filter(Member::idle).count();
        }
    }

    /** The groups of all these clusters that each service's pods are members of, in the clusters' order. */
    public static Map<WorkloadId, List<ConsumerGroup>> byService(Collection<KafkaCluster> clusters) {
        Map<WorkloadId, List<ConsumerGroup>> groups = new HashMap<>();
        clusters.stream()
                .flatMap(cluster -> cluster.groups().known().stream())
                .flatMap(List::stream)
                .forEach(group -> group.services()
                        .forEach(service -> groups.computeIfAbsent(service, _ -> new ArrayList<>())
                                .add(group)));
        return Map.copyOf(groups);
    }

    /** Its members; none while they are not known. */
    public List<Member> members() {
        return membership.known().map(Membership::members).orElse(List.of());
    }

    /** The topics it reads or has committed offsets of. */
    public Set<String> topics() {
        Set<String> topics = partitions.known().stream()
                .flatMap(List::stream)
                .map(partition -> partition.id().topic())
                .collect(Collectors.toSet());
        members().forEach(member -> member.assigned().forEach(partition -> topics.add(partition.topic())));
        return topics;
    }

    /** The workloads that its members belong to, where that can be told. */
    public Set<WorkloadId> services() {
        return members().stream()
                .flatMap(member -> member.origin().owner().stream())
                .collect(Collectors.toSet());
    }
}
