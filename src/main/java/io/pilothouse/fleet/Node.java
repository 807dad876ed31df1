package io.pilothouse.fleet;

import io.pilothouse.base.Health;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node of the Kubernetes cluster.
 *
 * @param health whether it is ready and free of pressure, and why not
 * @param zone its label {@code topology.kubernetes.io/zone}, if set
 * @param cordoned whether it takes no new pods ({@code spec.unschedulable})
 * @param taints what keeps pods away that do not tolerate it
 * @param conditions what its kubelet and the node controller say of it
 * @param allocatable what pods may ask for in all
 * @param podLimit how many pods it runs at most; 0 when it does not tell
 * @param software what it runs
 * @param created when it joined the cluster
 */
public record Node(
        String name,
        Health health,
        Optional<String> zone,
        boolean cordoned,
        List<Taint> taints,
        List<Condition> conditions,
        Resources allocatable,
        int podLimit,
        Software software,
        Instant created) {

    public Node {
        taints = List.copyOf(taints);
        conditions = List.copyOf(conditions);
    }

    /**
     * Keeps pods away.
     *
     * @param value may be empty
     * @param effect NoSchedule, PreferNoSchedule or NoExecute
     */
    public record Taint(String key, String value, String effect) {

        /** Whether Kubernetes itself sets it, to say what its conditions say too. */
        public boolean mirrorsCondition() {
            return key.startsWith("node.kubernetes.io/");
        }

        /** As kubectl writes it: {@code key=value:effect}. */
        @Override
        public String toString() {
            return (value.isEmpty() ? key : key + "=" + value) + ":" + effect;
        }
    }

    /**
     * One thing that is said of it.
     *
     * @param type Ready, MemoryPressure, DiskPressure, PIDPressure, NetworkUnavailable …
     * @param status True, False or Unknown
     * @param reason one word of Kubernetes; may be empty
     * @param message the same in a sentence; may be empty
     * @param since when the status became what it is, if known
     */
    public record Condition(String type, String status, String reason, String message, Optional<Instant> since) {}

    /**
     * What a node runs; each may be empty.
     *
     * @param kubelet the kubelet's version
     * @param operatingSystem the image's name, like {@code Debian GNU/Linux 12}
     * @param architecture amd64, arm64 …
     * @param containerRuntime name and version
     */
    public record Software(String kubelet, String operatingSystem, String architecture, String containerRuntime) {}
}
