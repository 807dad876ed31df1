package io.pilothouse.clusters.ui;

import io.pilothouse.base.ClusterId;
import io.pilothouse.clusters.RestartAnswer;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Pod;
import java.util.Optional;

/**
 * A broker in the list of a cluster's brokers.
 *
 * @param restart whether it may be restarted now
 * @param seesNodes whether the person may see nodes, and so the zone of its pod
 */
record ShownBroker(ClusterId cluster, Broker broker, RestartAnswer restart, boolean seesNodes) {

    /** Where it is, by Kafka's word, else by its node's. */
    Optional<String> zone() {
        return broker.rack().or(() -> seesNodes ? broker.pod().flatMap(Pod::zone) : Optional.empty());
    }

    /** The name of the pod that runs it. */
    Optional<String> pod() {
        return broker.pod().map(Pod::name);
    }

    /** The node that its pod is on. */
    Optional<String> node() {
        return broker.pod().flatMap(Pod::node);
    }
}
