package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/** One reading for each Kafka cluster that can be reached: begun when its address becomes known, ended when it is gone. */
final class KafkaReadings {

    private record Active(KafkaConnection connection, RepeatedReading<KafkaClusterFacts> reading) {}

    private final KafkaFacts kafka;
    private final Duration interval;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Runnable onResult;
    private final Map<ClusterId, Active> active = new HashMap<>();

    KafkaReadings(KafkaFacts kafka, Duration interval, Clock clock, ScheduledExecutorService timer, Runnable onResult) {
        this.kafka = kafka;
        this.interval = interval;
        this.clock = clock;
        this.timer = timer;
        this.onResult = onResult;
    }

    /** Begins and ends readings so that they are of just these clusters. A setting wins over a resource's own word. */
    void follow(Observed<KubernetesState> kubernetes) {
        Map<ClusterId, KafkaConnection> wanted = new HashMap<>();
        kubernetes.known().stream()
                .flatMap(state -> state.namespaces().values().stream())
                .flatMap(namespace -> namespace.kafkas().stream())
                .forEach(resource -> connection(resource, wanted));
        kafka.configured().forEach(connection -> wanted.put(connection.cluster(), connection));
        active.values().removeIf(running -> {
            boolean gone =
                    !running.connection().equals(wanted.get(running.connection().cluster()));
            if (gone) {
                running.reading().end();
                kafka.disconnect(running.connection());
            }
            return gone;
        });
        wanted.values().forEach(connection -> active.computeIfAbsent(connection.cluster(), _ -> begin(connection)));
    }

    Map<ClusterId, Observed<KafkaClusterFacts>> last() {
        return active.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().reading().last()));
    }

    Map<ClusterId, KafkaConnection> connections() {
        return active.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().connection()));
    }

    void end() {
        active.values().forEach(running -> running.reading().end());
    }

    private static void connection(KafkaResourceFacts resource, Map<ClusterId, KafkaConnection> wanted) {
        resource.bootstrapServers()
                .ifPresent(servers -> wanted.put(resource.id(), new KafkaConnection(resource.id(), servers)));
    }

    private Active begin(KafkaConnection connection) {
        var reading = new RepeatedReading<>(
                "Kafka cluster " + connection.cluster(),
                () -> kafka.read(connection),
                interval,
                clock,
                timer,
                onResult);
        reading.start();
        return new Active(connection, reading);
    }
}
