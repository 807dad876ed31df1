package io.pilothouse.nodes;

import io.pilothouse.base.ClusterId;

/**
 * A Kafka broker whose pod was scheduled to a node.
 *
 * @param id Kafka's node id
 * @param up whether it takes part in its cluster now
 */
public record HostedBroker(ClusterId cluster, int id, boolean up) {}
