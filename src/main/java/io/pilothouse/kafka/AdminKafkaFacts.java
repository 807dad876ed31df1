package io.pilothouse.kafka;

import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.ProgressFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads Kafka clusters through Kafka's Admin API, with clients that are kept until their connection is ended. */
@Component
class AdminKafkaFacts implements KafkaFacts, AutoCloseable {

    private final KafkaProperties properties;
    private final Clock clock;
    private final Map<KafkaConnection, ClusterReading> readings = new ConcurrentHashMap<>();
    private final Map<KafkaConnection, ProgressReading> progressReadings = new ConcurrentHashMap<>();

    AdminKafkaFacts(KafkaProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public List<KafkaConnection> configured() {
        return properties.clusters().stream()
                .map(KafkaProperties.Cluster::connection)
                .toList();
    }

    @Override
    public KafkaClusterFacts read(KafkaConnection connection) throws SourceUnavailable {
        return readings.computeIfAbsent(connection, added -> new ClusterReading(added, properties, clock))
                .read();
    }

    @Override
    public ProgressFacts readProgress(KafkaConnection connection, KafkaClusterFacts cluster) throws SourceUnavailable {
        return progress(connection).read(cluster);
    }

    @Override
    public Map<PartitionId, Long> offsetsAt(KafkaConnection connection, Map<PartitionId, Instant> moments) {
        return progress(connection).offsetsAt(moments);
    }

    @Override
    public Map<PartitionId, Instant> lastRecords(KafkaConnection connection, Set<PartitionId> partitions) {
        return progress(connection).lastRecords(partitions);
    }

    private ProgressReading progress(KafkaConnection connection) {
        return progressReadings.computeIfAbsent(connection, added -> new ProgressReading(added, properties, clock));
    }

    @Override
    public void disconnect(KafkaConnection connection) {
        Optional.ofNullable(progressReadings.remove(connection)).ifPresent(ProgressReading::close);
        Optional.ofNullable(readings.remove(connection)).ifPresent(ClusterReading::close);
    }

    @Override
    public void close() {
        Stream.concat(readings.keySet().stream(), progressReadings.keySet().stream())
                .distinct()
                .toList()
                .forEach(this::disconnect);
    }
}
