package io.pilothouse.fleet.spi;

import java.util.List;

/** Reads Kafka clusters for the picture. */
public interface KafkaFacts {

    /** Clusters that the console's settings name, besides those that Kubernetes knows. */
    List<KafkaConnection> configured();

    /**
     * Asks the cluster for everything the picture needs, in parts, each with a deadline of its own. Blocks for some seconds at most.
     * What one broker does not tell is missing from that broker alone.
     *
     * @throws SourceUnavailable when no broker answers at all
     */
    KafkaClusterFacts read(KafkaConnection connection) throws SourceUnavailable;

    /** Ends the connections to the cluster. */
    void disconnect(KafkaConnection connection);
}
