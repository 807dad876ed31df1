package io.pilothouse.kafka;

import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reads Kafka clusters through Kafka's Admin API, with one client a connection, kept until it is ended. */
@Component
class AdminKafkaFacts implements KafkaFacts, AutoCloseable {

    private final KafkaProperties properties;
    private final Clock clock;
    private final Map<KafkaConnection, ClusterReading> readings = new ConcurrentHashMap<>();

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
    public void disconnect(KafkaConnection connection) {
        Optional.ofNullable(readings.remove(connection)).ifPresent(ClusterReading::close);
    }

    @Override
    public void close() {
        List.copyOf(readings.keySet()).forEach(this::disconnect);
    }
}
