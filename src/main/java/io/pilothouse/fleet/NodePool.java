package io.pilothouse.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Nodes of a Kafka cluster that are alike, as Strimzi's {@code KafkaNodePool} wants and has them.
 *
 * @param roles what its nodes do
 * @param wanted how many nodes its spec asks for
 * @param replicas how many the operator keeps, as its status says: another number while it has not got round to it, or has refused to scale it down
 * @param nodeIds ids of its nodes as its status says, ascending; empty before the first reconcile
 * @param volumes what its nodes keep their data on, by id
 * @param resources what its containers ask for and may use at most
 * @param generation counts up with each change of its spec
 * @param reconciled whether the operator has seen its newest spec
 * @param warnings messages of its {@code Warning} conditions, one a line; may be empty
 */
public record NodePool(
        String name,
        Set<Broker.Role> roles,
        int wanted,
        int replicas,
        List<Integer> nodeIds,
        List<DataVolume> volumes,
        PodResources resources,
        long generation,
        boolean reconciled,
        String warnings) {

    public NodePool {
        roles = Set.copyOf(roles);
        nodeIds = nodeIds.stream().sorted().toList();
        volumes = List.copyOf(volumes);
    }

    /**
     * A volume that each of its nodes has.
     *
     * @param id its number in a {@code jbod} storage; empty where the storage is just one volume
     * @param kind {@code persistent-claim} or {@code ephemeral}
     * @param size as its spec says ({@code 100Gi}); empty where it says none
     * @param storageClass empty for the cluster's default
     * @param deleteClaim whether its claim goes with the node
     */
    public record DataVolume(
            Optional<Integer> id,
            String kind,
            Optional<String> size,
            Optional<String> storageClass,
            boolean deleteClaim) {}

    /** What a pod of it asks for and may use at most, in Kubernetes' own notation; empty where its spec says nothing. */
    public record PodResources(
            Optional<String> cpuRequest,
            Optional<String> cpuLimit,
            Optional<String> memoryRequest,
            Optional<String> memoryLimit) {

        /** Its spec says nothing. */
        public static final PodResources NONE =
                new PodResources(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether its nodes take part in the quorum. */
    public boolean controls() {
        return roles.contains(Broker.Role.CONTROLLER);
    }

    /** Whether its nodes hold partitions. */
    public boolean holdsPartitions() {
        return roles.contains(Broker.Role.BROKER);
    }

    /** Whether the operator has seen that fewer nodes are asked for, and keeps more all the same: some of them hold replicas. */
    public boolean scaleDownRefused() {
        return reconciled && replicas > wanted;
    }
}
