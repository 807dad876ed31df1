package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.fleet.spi.TopicFacts.PartitionFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Counts over all partitions of a cluster: what threatens them, and what each broker leads and holds. One pass, read only after. */
final class PartitionTally {

    private int total;
    private int offline;
    private int underReplicated;
    private int atMinimum;
    private int belowMinimum;
    private final Map<Integer, BrokerCount> brokers = new HashMap<>();

    private static final class BrokerCount {
        int leaders;
        int replicas;
        int outOfSync;
    }

    PartitionTally(List<TopicFacts> topics) {
        for (TopicFacts topic : topics) {
            for (PartitionFacts partition : topic.partitions()) {
                count(partition, topic.minimumInSync());
            }
        }
    }

    PartitionCounts counts() {
        return new PartitionCounts(total, offline, underReplicated, atMinimum, belowMinimum);
    }

    /** Ids of all brokers that a replica is assigned to. */
    Set<Integer> brokers() {
        return Set.copyOf(brokers.keySet());
    }

    /** What the broker leads and holds; zeroes, known for sure, when no replica is assigned to it. */
    Broker.Load load(int broker, Optional<Long> lagging) {
        BrokerCount count = brokers.getOrDefault(broker, new BrokerCount());
        return new Broker.Load(count.leaders, count.replicas, count.outOfSync, lagging);
    }

    private void count(PartitionFacts partition, OptionalInt minimumInSync) {
        int replicas = partition.replicas().size();
        int inSync = partition.inSync().size();
        total++;
        if (partition.leader().isEmpty()) {
            offline++;
        }
        if (inSync < replicas) {
            underReplicated++;
        }
        if (minimumInSync.isPresent() && inSync < minimumInSync.getAsInt()) {
            belowMinimum++;
        } else if (minimumInSync.isPresent() && inSync == minimumInSync.getAsInt() && inSync < replicas) {
            atMinimum++;
        }
        partition.leader().ifPresent(leader -> of(leader).leaders++);
        for (int replica : partition.replicas()) {
            BrokerCount count = of(replica);
            count.replicas++;
            if (!partition.inSync().contains(replica)) {
                count.outOfSync++;
            }
        }
    }

    private BrokerCount of(int broker) {
        return brokers.computeIfAbsent(broker, _ -> new BrokerCount());
    }
}
