package io.pilothouse.testbed.strimzi;

import java.time.Duration;
import java.util.List;

/**
 * What can be set about the operator's stand-in.
 *
 * @param reconcileInterval between two timed reconciles; the operator's own default is 120 s
 * @param operationTimeout how long a reconcile waits for pods; the operator's own default is 300 s
 * @param zones in which brokers and their volumes are placed, by node id
 */
public record StrimziSettings(Duration reconcileInterval, Duration operationTimeout, List<String> zones) {

    public StrimziSettings {
        zones = List.copyOf(zones);
    }

    /** Quicker than in life, so that one can watch: every 10 s, and a minute's patience. */
    public static StrimziSettings forWatching(List<String> zones) {
        return new StrimziSettings(Duration.ofSeconds(10), Duration.ofMinutes(1), zones);
    }

    /** The zone of a node, or of a volume that belongs to it. */
    String zone(int node) {
        return zones.get(node % zones.size());
    }
}
