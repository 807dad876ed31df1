package io.pilothouse.fleet.spi;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Broker;
import java.util.Set;

/**
 * A Strimzi {@code KafkaNodePool}.
 *
 * @param cluster the Kafka cluster it belongs to (label {@code strimzi.io/cluster})
 * @param nodeIds the ids of its nodes as its status says; empty before the first reconcile
 * @param roles what its nodes do
 */
public record NodePoolFacts(ClusterId cluster, String name, Set<Integer> nodeIds, Set<Broker.Role> roles) {}
