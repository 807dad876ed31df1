package io.pilothouse.topics.ui;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one broker has of a topic.
 *
 * @param leaders partitions of it that the broker leads
 * @param replicas replicas of it that the broker holds
 * @param size bytes of those; empty when the broker has not told of each
 */
record BrokerShare(int broker, int leaders, int replicas, Optional<ByteSize> size) {

    /** Of all brokers that hold some of it, by id. */
    static List<BrokerShare> of(Topic topic) {
        return topic.partitions().stream()
                .flatMap(partition -> partition.replicas().stream())
                .distinct()
                .sorted()
                .map(broker -> of(topic, broker))
                .toList();
    }

    private static BrokerShare of(Topic topic, int broker) {
        List<Partition> held = topic.partitions().stream()
                .filter(partition -> partition.replicas().contains(broker))
                .toList();
        int leaders = (int) held.stream()
                .filter(partition -> partition.leader().orElse(-1) == broker)
                .count();
        List<ByteSize> sizes = held.stream()
                .flatMap(partition -> Stream.ofNullable(partition.sizes().get(broker)))
                .toList();
        return new BrokerShare(
                broker,
                leaders,
                held.size(),
                sizes.size() == held.size() ? sizes.stream().reduce(ByteSize::plus) : Optional.empty());
    }
}
