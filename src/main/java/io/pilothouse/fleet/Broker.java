package io.pilothouse.fleet;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A node of a Kafka cluster: a broker, a controller or both. One that is down stays, as long as a pod, the quorum or a partition's
 * replica list names it.
 *
 * @param id Kafka's node id
 * @param roles what it does; empty when not known
 * @param health its state and why
 * @param up whether it takes part in the cluster now
 * @param pod the pod that runs it, for brokers on Kubernetes
 * @param rack Kafka's {@code broker.rack}, if set
 * @param activeController whether it is the active controller
 * @param load partitions it leads and holds
 * @param disk space its log dirs use
 */
public record Broker(
        int id,
        Set<Role> roles,
        Health health,
        boolean up,
        Optional<Pod> pod,
        Optional<String> rack,
        boolean activeController,
        Observed<Load> load,
        Observed<Disk> disk) {

    public Broker {
        roles = Set.copyOf(roles);
    }

    /** The persistent volumes of its pod; empty while no pod of it is known, and for one without. */
    public List<Volume> volumes() {
        return pod.map(Pod::volumes).orElse(List.of());
    }

    /** What a node of a KRaft cluster can do. */
    public enum Role {
        BROKER,
        CONTROLLER
    }

    /**
     * Partitions of a broker.
     *
     * @param leaders partitions it leads
     * @param replicas replicas assigned to it, leaders among them
     * @param outOfSync replicas of it that are not in their partition's in-sync set
     * @param lagging messages that the replica furthest behind its leader has yet to fetch; empty when its source is absent
     */
    public record Load(int leaders, int replicas, int outOfSync, Optional<Long> lagging) {}

    /**
     * Disk space of a broker.
     *
     * @param used bytes that its replicas take
     * @param capacity bytes of its volumes, where the broker tells (KIP-827)
     * @param free bytes still usable on its volumes, where the broker tells
     * @param dirs each of its log dirs, those it cannot use among them, by path
     */
    public record Disk(ByteSize used, Optional<ByteSize> capacity, Optional<ByteSize> free, List<LogDir> dirs) {

        public Disk {
            dirs = List.copyOf(dirs);
        }
    }
}
