package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The adapter as Spring would put it together. */
final class Adapter implements AutoCloseable {

    private final KubernetesClient client;
    private final Heartbeat heartbeat;
    final WatchedKubernetes kubernetes;
    final KubernetesAccessReviews reviews;
    final KubernetesContainerLogs logs;
    final KubernetesWholeObjects objects;

    Adapter(Path kubeconfig) {
        this(new KubernetesProperties(
                kubeconfig,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(3),
                List.of("example.com/team", "app.kubernetes.io/part-of")));
    }

    Adapter(KubernetesProperties properties) {
        client = new KubernetesConfiguration().kubernetesClient(properties);
        heartbeat = new Heartbeat(client, properties, Clock.systemUTC());
        kubernetes = new WatchedKubernetes(client, heartbeat, properties, Clock.systemUTC());
        reviews = new KubernetesAccessReviews(
                client, new KubernetesReviews(client, heartbeat, properties, Clock.systemUTC()));
        logs = new KubernetesContainerLogs(client, Clock.systemUTC());
        objects = new KubernetesWholeObjects(client, properties, Clock.systemUTC());
        heartbeat.start();
    }

    Observed<KubernetesState> current() {
        return kubernetes.current();
    }

    boolean fresh() {
        return current() instanceof Observed.Fresh;
    }

    /** The namespace's facts; empty while there are none. */
    Optional<NamespaceFacts> namespace(String name) {
        return current()
                .known()
                .flatMap(state -> Optional.ofNullable(state.namespaces().get(name)));
    }

    @Override
    public void close() {
        heartbeat.stop();
        kubernetes.close();
        client.close();
    }
}
