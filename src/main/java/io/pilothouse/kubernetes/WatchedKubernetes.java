package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KubernetesFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NodeFacts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Kubernetes as its watches tell it. */
@Component
class WatchedKubernetes implements KubernetesFacts, AutoCloseable {

    private final WatchedKinds kinds;
    private final NamespaceAssembly assembly;
    private final StorageAssembly storage;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean whole;

    WatchedKubernetes(KubernetesClient client, Heartbeat heartbeat, KubernetesProperties properties, Clock clock) {
        this.kinds = new WatchedKinds(client, clock, properties, this::changed, this::happened);
        this.assembly = new NamespaceAssembly(kinds, clock);
        this.storage = new StorageAssembly(kinds);
        this.heartbeat = heartbeat;
        this.clock = clock;
        heartbeat.onBeat(this::tend);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized Observed<KubernetesState> current() {
        Observed<?> contact = heartbeat.last();
        List<Failure> gaps = gaps();
        if (!settled()) {
            return new Observed.Missing<>(contact.problem()
                    .or(() -> gaps.stream().findFirst())
                    .orElseGet(() -> Failures.notListedYet(clock.instant())));
        }
        KubernetesState state = new KubernetesState(assembly.current(), nodes(), storage.current(), gaps);
        return contact.map(_ -> state);
    }

    /** Called by Spring when the heartbeat has stopped already. */
    @Override
    public void close() {
        kinds.watches().forEach(KindWatch::stop);
    }

    /**
     * Whether each kind has been listed once or cannot be, and not all of them cannot. Once it is so it stays so: what a broken watch leaves
     * is old, not gone.
     */
    private boolean settled() {
        whole = whole
                || kinds.watches().stream().allMatch(KindWatch::settled)
                        && kinds.watches().stream().anyMatch(KindWatch::everListed);
        return whole;
    }

    private Map<String, NodeFacts> nodes() {
        return kinds.nodes.facts("").stream()
                .collect(Collectors.toUnmodifiableMap(NodeFacts::name, Function.identity()));
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

    private void happened(String namespace) {
        assembly.happened(namespace);
        tell();
    }

    private void tend(Heartbeat.Beat beat) {
        if (beat.answered()) {
            kinds.watches().forEach(watch -> watch.tend(beat.outage()));
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
