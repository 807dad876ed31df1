package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Usage;
import java.util.Map;

/**
 * What Prometheus said last, each figure by {@code namespace/pod}. A pod without a series is absent, not zero.
 *
 * @param bytesIn bytes a second from producers into a broker
 * @param bytesOut bytes a second from a broker to consumers
 * @param followerLag messages that a broker's furthest follower replica is behind
 * @param written records a second that a pod's producers write, by topic; without the pods whose producers nobody measures
 */
record MetricState(
        Map<String, Usage> usage,
        Map<String, Double> bytesIn,
        Map<String, Double> bytesOut,
        Map<String, Double> followerLag,
        Map<String, Map<String, Double>> written) {}
