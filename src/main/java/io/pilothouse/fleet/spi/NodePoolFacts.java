package io.pilothouse.fleet.spi;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.NodePool;
import java.util.List;
import java.util.Set;

/**
 * A Strimzi {@code KafkaNodePool}.
 *
 * @param cluster the Kafka cluster it belongs to (label {@code strimzi.io/cluster})
 */
public record NodePoolFacts(ClusterId cluster, NodePool pool) {

    /** The ids of its nodes as its status says; empty before the first reconcile. */
    public List<Integer> nodeIds() {
        return pool.nodeIds();
    }

    /** What its nodes do. */
    public Set<Broker.Role> roles() {
        return pool.roles();
    }
}
