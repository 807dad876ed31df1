package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Restarts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pod as its object says.
 *
 * @param owner the uid of the workload that it belongs to in the end (for a Deployment's pod, the Deployment's, not the
 *     ReplicaSet's); empty for a pod of its own
 * @param revision its label {@code pod-template-hash} or {@code controller-revision-hash}
 * @param phase Kubernetes' phase: Pending, Running, Succeeded, Failed, Unknown
 * @param reason the pod status' own reason (Evicted, NodeLost …); empty when there is none
 * @param deleting since when it is being deleted, if it is
 * @param ready whether its {@code Ready} condition is true
 * @param readyChanged when that condition changed last
 * @param unschedulable the scheduler's words when it finds no node
 * @param initContainers those that end before the containers start, and sidecars; one that is done is ready
 * @param requests what the scheduler reserves for it on its node
 * @param limits how much it may use at most
 * @param restarts within the last hour
 * @param mounts the claims that it mounts
 * @param restartAsked whether Strimzi's operator is asked to make it anew (annotation {@code strimzi.io/manual-rolling-update})
 */
public record PodFacts(
        String namespace,
        String name,
        String uid,
        Optional<String> owner,
        Map<String, String> labels,
        Optional<String> revision,
        String phase,
        String reason,
        Optional<Instant> deleting,
        boolean ready,
        Optional<Instant> readyChanged,
        Optional<String> unschedulable,
        List<Container> containers,
        List<Container> initContainers,
        Resources requests,
        Limits limits,
        Restarts restarts,
        Optional<String> node,
        Optional<String> address,
        Instant created,
        List<Mount> mounts,
        boolean restartAsked) {

    /**
     * A claim that a pod mounts.
     *
     * @param volume the pod's own name of it
     * @param claim name of the PersistentVolumeClaim
     */
    public record Mount(String volume, String claim) {}
}
