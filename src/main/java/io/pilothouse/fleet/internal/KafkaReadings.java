package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Two readings for each Kafka cluster that can be reached, begun when its address becomes known, ended when it is gone: of the cluster
 * itself, and, as soon as that has succeeded, of how far its partitions are written and read.
 */
final class KafkaReadings {

    private record Active(
            KafkaConnection connection,
            RepeatedReading<KafkaClusterFacts> reading,
            RepeatedReading<Progress> progress) {

        private void end() {
            reading.end();
            progress.end();
        }
    }

    private final KafkaFacts kafka;
    private final FleetProperties intervals;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Runnable onResult;
    private final Map<ClusterId, Active> active = new HashMap<>();

    KafkaReadings(
            KafkaFacts kafka,
            FleetProperties intervals,
            Clock clock,
            ScheduledExecutorService timer,
            Runnable onResult) {
        this.kafka = kafka;
        this.intervals = intervals;
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
                running.end();
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

    /** How far partitions are written and read, of each cluster. */
    Map<ClusterId, Observed<Progress>> lastProgress() {
        return active.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().progress().last()));
    }

    Map<ClusterId, KafkaConnection> connections() {
        return active.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().connection()));
    }

    void end() {
        active.values().forEach(Active::end);
    }

    private static void connection(KafkaResourceFacts resource, Map<ClusterId, KafkaConnection> wanted) {
        resource.bootstrapServers()
                .ifPresent(servers -> wanted.put(resource.id(), new KafkaConnection(resource.id(), servers)));
    }

    private Active begin(KafkaConnection connection) {
        var attempt = new ProgressAttempt(kafka, connection);
        var progress = new RepeatedReading<>(
                "Offsets of Kafka cluster " + connection.cluster(),
                attempt,
                intervals.kafkaProgressInterval(),
                clock,
                timer,
                onResult);
        var begun = new AtomicBoolean();
        var reading = new RepeatedReading<>(
                "Kafka cluster " + connection.cluster(),
                () -> attempt.noting(() -> kafka.read(connection)),
                intervals.kafkaInterval(),
                clock,
                timer,
                () -> {
                    if (attempt.ready() && begun.compareAndSet(false, true)) {
                        progress.start();
                    }
                    onResult.run();
                });
        reading.start();
        return new Active(connection, reading, progress);
    }
}
