package io.pilothouse.api.json;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Throughput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Kafka cluster. */
public record ClusterJson(
        String self,
        String namespace,
        String name,
        HealthJson health,
        @Nullable String version,
        @Nullable String bootstrapServers,
        @Nullable StrimziJson strimzi,
        List<BrokerJson> brokers,
        Known<CountsJson> partitions,
        Known<Integer> controller,
        Known<Integer> topics,
        Known<Integer> groups,
        Known<ThroughputJson> throughput) {

    /** What Strimzi's cluster operator says of it. */
    public record StrimziJson(
            boolean reconciled, boolean paused, @Nullable String problem, String warnings) {
        private static StrimziJson of(StrimziState state) {
            return new StrimziJson(
                    state.reconciled(), state.paused(), state.problem().orElse(null), state.warnings());
        }
    }

    /** Its partitions by what threatens them. */
    public record CountsJson(int total, int offline, int underReplicated, int atMinimumInSync, int belowMinimumInSync) {
        private static CountsJson of(PartitionCounts counts) {
            return new CountsJson(
                    counts.total(),
                    counts.offline(),
                    counts.underReplicated(),
                    counts.atMinimumInSync(),
                    counts.belowMinimumInSync());
        }
    }

    /** Bytes a second, from clients and to clients. */
    public record ThroughputJson(double bytesInPerSecond, double bytesOutPerSecond) {
        private static ThroughputJson of(Throughput throughput) {
            return new ThroughputJson(throughput.bytesIn(), throughput.bytesOut());
        }
    }

    public static ClusterJson of(KafkaCluster cluster, VisibleFleet fleet) {
        return new ClusterJson(
                Addresses.of("clusters/" + cluster.id()),
                cluster.id().namespace(),
                cluster.id().name(),
                HealthJson.of(cluster.health()),
                cluster.version().orElse(null),
                cluster.bootstrapServers().orElse(null),
                cluster.strimzi().map(StrimziJson::of).orElse(null),
                cluster.brokers().stream()
                        .map(broker -> BrokerJson.of(broker, cluster.id(), fleet))
                        .toList(),
                Known.of(cluster.partitions(), CountsJson::of),
                Known.of(cluster.controller()),
                Known.of(cluster.topics(), List::size),
                Known.of(cluster.groups(), List::size),
                Known.of(cluster.throughput(), ThroughputJson::of));
    }
}
