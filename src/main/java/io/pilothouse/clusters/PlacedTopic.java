package io.pilothouse.clusters;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Partition.Condition;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the replicas of a topic lie.
 *
 * @param internal whether Kafka keeps it for itself
 * @param health the topic's
 * @param traits what is worth knowing of some of its partitions
 * @param shares what each broker has of it, by broker id; those without any are not in it
 */
public record PlacedTopic(
        TopicId id,
        boolean internal,
        Health health,
        int partitions,
        int replication,
        Set<Trait> traits,
        Map<Integer, Share> shares) {

    public PlacedTopic {
        traits = Set.copyOf(traits);
        shares = Map.copyOf(shares);
    }

    /** What is so of at least one partition of a topic. */
    public enum Trait {
        /** It has no leader. */
        OFFLINE,
        /** Fewer in-sync replicas than {@code min.insync.replicas}. */
        BELOW_MINIMUM,
        /** A replica is not in sync. */
        UNDER_REPLICATED,
        /** It has one replica only. */
        SINGLE_REPLICA,
        /** It has several replicas, all of them in one zone. */
        ONE_ZONE,
        /** Another than its preferred replica leads it. */
        NOT_PREFERRED
    }

    /**
     * What one broker has of a topic.
     *
     * @param leaders partitions that it leads
     * @param followers replicas that are in sync and do not lead
     * @param outOfSync replicas that are not in sync
     */
    public record Share(int leaders, int followers, int outOfSync) {

        private Share plus(Share other) {
            return new Share(leaders + other.leaders, followers + other.followers, outOfSync + other.outOfSync);
        }
    }

    public static PlacedTopic of(Topic topic) {
        Set<Trait> traits = new HashSet<>();
        Map<Integer, Share> shares = new HashMap<>();
        for (Partition partition : topic.partitions()) {
            addTraits(partition, traits);
            partition.replicas().forEach(replica -> shares.merge(replica, share(partition, replica), Share::plus));
        }
        return new PlacedTopic(
                topic.id(),
                topic.internal(),
                topic.health(),
                topic.partitions().size(),
                topic.replication(),
                traits,
                shares);
    }

    /** What the broker has of it, if anything. */
    public Optional<Share> share(int broker) {
        return Optional.ofNullable(shares.get(broker));
    }

    private static void addTraits(Partition partition, Set<Trait> traits) {
        if (partition.leader().isEmpty()) {
            traits.add(Trait.OFFLINE);
        } else if (!partition.preferredLeader()) {
            traits.add(Trait.NOT_PREFERRED);
        }
        if (partition.condition() == Condition.BELOW_MINIMUM_IN_SYNC) {
            traits.add(Trait.BELOW_MINIMUM);
        }
        if (partition.inSync().size() < partition.replicas().size()) {
            traits.add(Trait.UNDER_REPLICATED);
        }
        if (partition.replicas().size() == 1) {
            traits.add(Trait.SINGLE_REPLICA);
        }
        if (partition.inOneZone()) {
            traits.add(Trait.ONE_ZONE);
        }
    }

    private static Share share(Partition partition, int replica) {
        if (partition.leader().isPresent() && partition.leader().getAsInt() == replica) {
            return new Share(1, 0, 0);
        }
        return partition.inSync().contains(replica) ? new Share(0, 1, 0) : new Share(0, 0, 1);
    }
}
