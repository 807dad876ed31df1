package io.pilothouse.clusters;

import io.pilothouse.base.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka cluster that people want Strimzi's operator to run, as they chose it.
 *
 * @param version of Kafka; empty for the newest that the operator supports
 * @param replicationFactor of topics that name none, and of Kafka's own
 * @param minInSync {@code min.insync.replicas} of topics that name none
 * @param authorization whether rights are asked for (Kafka's own ACLs)
 * @param metrics whether brokers tell Prometheus (Strimzi's Metrics Reporter)
 * @param cruiseControl whether it is there to balance the cluster
 * @param topicOperator whether {@code KafkaTopic}s are taken up
 * @param userOperator whether {@code KafkaUser}s are taken up
 * @param labels of all its resources
 */
public record KafkaDesign(
        String namespace,
        String name,
        Optional<String> version,
        List<Pool> pools,
        List<Listener> listeners,
        int replicationFactor,
        int minInSync,
        boolean authorization,
        boolean metrics,
        boolean cruiseControl,
        boolean topicOperator,
        boolean userOperator,
        Map<String, String> labels) {

    public KafkaDesign {
        pools = List.copyOf(pools);
        listeners = List.copyOf(listeners);
        labels = Map.copyOf(labels);
    }

    /**
     * Nodes that are alike.
     *
     * @param cpu what each asks for, in Kubernetes' notation; empty for none
     * @param memory what each asks for and may use at most, in Kubernetes' notation; empty for none
     * @param heap of Kafka's JVM, as {@code -Xmx} takes it; empty for what the operator thinks right
     * @param spreadZones whether its pods are spread over zones
     * @param apart whether no two of its pods may be on one Kubernetes node
     */
    public record Pool(
            String name,
            boolean broker,
            boolean controller,
            int nodes,
            String cpu,
            String memory,
            String heap,
            Storage storage,
            boolean spreadZones,
            boolean apart) {}

    /**
     * Where a node keeps its data.
     *
     * @param persistent whether it outlives the pod
     * @param volumes how many each node has (JBOD), at least 1
     * @param size of each volume, in Kubernetes' notation; empty for ephemeral ones
     * @param storageClass empty for the Kubernetes cluster's default
     * @param deleteClaim whether the data goes with the cluster
     */
    public record Storage(
            boolean persistent, int volumes, String size, Optional<String> storageClass, boolean deleteClaim) {}

    /**
     * A way in.
     *
     * @param domain for an ingress, under which its hosts are; empty for the others
     */
    public record Listener(
            String name, int port, Exposure exposure, boolean tls, Authentication authentication, String domain) {}

    /** How clients reach a listener. */
    public enum Exposure {
        INTERNAL("internal", "Inside Kubernetes"),
        LOAD_BALANCER("loadbalancer", "Load balancer"),
        NODE_PORT("nodeport", "Node port"),
        INGRESS("ingress", "Ingress");

        private final String type;
        private final String words;

        Exposure(String type, String words) {
            this.type = type;
            this.words = words;
        }

        /** Strimzi's word. */
        public String type() {
            return type;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** How clients of a listener prove who they are. */
    public enum Authentication {
        NONE("none", "Nobody is asked"),
        SCRAM("scram-sha-512", "SCRAM-SHA-512"),
        MUTUAL_TLS("tls", "Mutual TLS");

        private final String type;
        private final String words;

        Authentication(String type, String words) {
            this.type = type;
            this.words = words;
        }

        /** Strimzi's word. */
        public String type() {
            return type;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What the cluster is going to be known as. */
    public ClusterId id() {
        return new ClusterId(namespace, name);
    }

    /** How many of its nodes hold partitions. */
    public int brokers() {
        return pools.stream().filter(Pool::broker).mapToInt(Pool::nodes).sum();
    }

    /** How many of its nodes vote. */
    public int controllers() {
        return pools.stream().filter(Pool::controller).mapToInt(Pool::nodes).sum();
    }
}
