package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.spi.KubernetesFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Kubernetes as its watches tell it. */
@Component
class WatchedKubernetes implements KubernetesFacts, SmartLifecycle {

    private final WatchedKinds kinds;
    private final NamespaceAssembly assembly;
    private final Heartbeat heartbeat;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private boolean whole;

    WatchedKubernetes(KubernetesClient client, KubernetesProperties properties, Clock clock) {
        this.kinds = new WatchedKinds(client, clock, this::changed);
        this.assembly = new NamespaceAssembly(kinds, clock);
        this.heartbeat = new Heartbeat(client, properties, clock, this::onHeartbeat);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized Observed<KubernetesState> current() {
        Observed<?> contact = heartbeat.last();
        if (!settled()) {
            return new Observed.Missing<>(contact.problem().orElseGet(heartbeat::stillListing));
        }
        KubernetesState state = new KubernetesState(assembly.current(), nodes(), gaps());
        return contact.map(_ -> state);
    }

    @Override
    public void start() {
        running = true;
        heartbeat.start();
    }

    @Override
    public void stop() {
        running = false;
        heartbeat.stop();
        kinds.watches().forEach(KindWatch::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Once whole, the picture stays so: what a broken watch leaves is old, not gone. */
    private boolean settled() {
        boolean settled = kinds.watches().stream().map(KindWatch::settled).reduce(true, Boolean::logicalAnd);
        whole = whole || settled;
        return whole;
    }

    private Map<String, Node> nodes() {
        return kinds.nodes.facts("").stream().collect(Collectors.toUnmodifiableMap(Node::name, Function.identity()));
    }

    private List<Failure> gaps() {
        return kinds.watches().stream()
                .map(KindWatch::gap)
                .flatMap(Optional::stream)
                .toList();
    }

    private void changed(String namespace) {
        assembly.changed(namespace);
        tell();
    }

    private void onHeartbeat(Heartbeat.Beat beat) {
        if (beat == Heartbeat.Beat.BACK) {
            kinds.watches().forEach(KindWatch::restart);
        } else if (beat == Heartbeat.Beat.GOOD) {
            kinds.watches().stream().filter(KindWatch::ended).forEach(KindWatch::restart);
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
