package io.pilothouse.clusters;

import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.Function;

/**
 * How unevenly something is spread over the brokers of a cluster that are up.
 *
 * @param least what the broker with the least has
 * @param greatest what the broker with the most has
 * @param share by how much that is above the mean: {@code greatest / mean - 1}; 0 when all have the same or nothing
 */
public record Skew(long least, long greatest, double share) {

    /** Of partitions led; empty while it is not known of some broker that is up, or fewer than two are. */
    public static Optional<Skew> ofLeaders(KafkaCluster cluster) {
        return of(cluster, broker -> broker.load().known().map(load -> (long) load.leaders()));
    }

    /** Of bytes that replicas take on disk. */
    public static Optional<Skew> ofBytes(KafkaCluster cluster) {
        return of(
                cluster, broker -> broker.disk().known().map(disk -> disk.used().bytes()));
    }

    private static Optional<Skew> of(KafkaCluster cluster, Function<Broker, Optional<Long>> figure) {
        List<Optional<Long>> figures = cluster.brokers().stream()
                .filter(Broker::up)
                .filter(broker -> broker.roles().isEmpty() || broker.roles().contains(Broker.Role.BROKER))
                .map(figure)
                .toList();
        if (figures.size() < 2 || figures.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        LongSummaryStatistics all = figures.stream()
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        return Optional.of(
                new Skew(all.getMin(), all.getMax(), all.getMax() == 0 ? 0 : all.getMax() / all.getAverage() - 1));
    }
}
