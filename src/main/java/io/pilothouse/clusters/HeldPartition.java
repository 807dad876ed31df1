package io.pilothouse.clusters;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Partition.Condition;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replica that a broker holds.
 *
 * @param leads whether the broker leads the partition
 * @param inSync whether the replica is in sync
 * @param condition of the whole partition
 * @param others ids of the other brokers that hold it, the preferred leader first
 * @param size bytes of this replica, if the broker told
 */
public record HeldPartition(
        TopicId topic,
        PartitionId id,
        boolean leads,
        boolean inSync,
        Condition condition,
        List<Integer> others,
        Optional<ByteSize> size) {

    public HeldPartition {
        others = List.copyOf(others);
    }

    /** All that the broker holds. */
    public static List<HeldPartition> of(List<Topic> topics, int broker) {
        return topics.stream().flatMap(topic -> of(topic, broker)).toList();
    }

    private static Stream<HeldPartition> of(Topic topic, int broker) {
        return topic.partitions().stream()
                .filter(partition -> partition.replicas().contains(broker))
                .map(partition -> of(topic, partition, broker));
    }

    private static HeldPartition of(Topic topic, Partition partition, int broker) {
        return new HeldPartition(
                topic.id(),
                new PartitionId(topic.id().name(), partition.number()),
                partition.leader().isPresent() && partition.leader().getAsInt() == broker,
                partition.inSync().contains(broker),
                partition.condition(),
                partition.replicas().stream().filter(id -> id != broker).toList(),
                Optional.ofNullable(partition.sizes().get(broker)));
    }
}
