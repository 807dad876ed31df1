package io.pilothouse.fleet;

import io.pilothouse.base.Health;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pod and what runs in it.
 *
 * @param phase Kubernetes' phase, or what {@code kubectl get pods} would show in its place (CrashLoopBackOff, Terminating …)
 * @param health its state and why
 * @param ready whether its {@code Ready} condition is true
 * @param initContainers those that end before the containers start, and sidecars; usually none
 * @param revision the hash of the {@link Revision} that it is of; empty where no controller labels it
 * @param node the node it was scheduled to, if it was
 * @param zone the zone of that node (label {@code topology.kubernetes.io/zone}), if known
 * @param address its IP address, once it has one
 * @param requests what the scheduler reserves for it on its node
 * @param limits how much it may use at most
 * @param totalRestarts restarts of all its containers since it was created
 * @param created when it was created
 * @param volumes its persistent volumes; usually none
 * @param restartAsked whether Strimzi's operator is asked to make it anew (annotation {@code strimzi.io/manual-rolling-update})
 */
public record Pod(
        String namespace,
        String name,
        String uid,
        String phase,
        Health health,
        boolean ready,
        List<Container> containers,
        List<Container> initContainers,
        Optional<String> revision,
        Optional<String> node,
        Optional<String> zone,
        Optional<String> address,
        Resources requests,
        Limits limits,
        int totalRestarts,
        Instant created,
        List<Volume> volumes,
        boolean restartAsked) {

    public Pod {
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
    }

    /** How many of its containers are ready. */
    public int readyContainers() {
        return (int) containers.stream().filter(Container::ready).count();
    }

    /** How a container of it ended last; the newest when several did. */
    public Optional<Termination> lastExit() {
        return containers.stream()
                .flatMap(container -> container.lastExit().stream())
                .max(Comparator.comparing(Termination::finished));
    }
}
