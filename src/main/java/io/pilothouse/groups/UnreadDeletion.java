package io.pilothouse.groups;

import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Records that a group will lose because retention deletes them before it has read them.
 *
 * @param topic where that comes first
 * @param after when, if all goes on as in the last minute; zero when it may be so already
 */
public record UnreadDeletion(String topic, Duration after) {

    /**
     * The first that is to come, if the group falls further behind. A delay grows by 1 - consumed / produced seconds a second, and may
     * grow to the topic's {@code retention.ms}; Kafka deletes whole segments, so it is then or somewhat later.
     */
    public static Optional<UnreadDeletion> of(ConsumerGroup group, KafkaCluster cluster) {
        return group.lag()
                .known()
                .filter(lag -> lag.trend() == Lag.Trend.GROWING)
                .flatMap(UnreadDeletion::growth)
                .flatMap(growth -> group.partitions().known().stream()
                        .flatMap(List::stream)
                        .flatMap(partition -> of(partition, cluster, growth).stream())
                        .min((one, other) -> one.after().compareTo(other.after())));
    }

    private static Optional<Double> growth(Lag lag) {
        return lag.produced()
                .filter(produced -> produced > 0)
                .flatMap(produced -> lag.consumed().map(consumed -> 1 - consumed / produced));
    }

    private static Optional<UnreadDeletion> of(GroupPartition partition, KafkaCluster cluster, double growth) {
        if (!(partition.delay() instanceof Delay.Known(Duration delay)) || delay.isZero()) {
            return Optional.empty();
        }
        String name = partition.id().topic();
        return cluster.topic(name).map(Topic::settings).stream()
                .flatMap(settings -> retention(settings).stream())
                .map(retention -> retention.minus(delay))
                .map(left -> new UnreadDeletion(
                        name,
                        left.isNegative() ? Duration.ZERO : Duration.ofMillis(Math.round(left.toMillis() / growth))))
                .findFirst();
    }

    private static Optional<Duration> retention(TopicSettings settings) {
        return settings.deletes().orElse(false)
                ? settings.retentionMillis().stream()
                        .filter(millis -> millis >= 0)
                        .mapToObj(Duration::ofMillis)
                        .findFirst()
                : Optional.empty();
    }
}
