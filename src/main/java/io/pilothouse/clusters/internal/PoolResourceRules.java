package io.pilothouse.clusters.internal;

import io.pilothouse.access.Look;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Quantity;
import io.pilothouse.change.Check;
import io.pilothouse.clusters.ChangePoolResources;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What other amounts of CPU and memory mean for the brokers of a pool. */
final class PoolResourceRules {

    private static final double MEBIBYTE = 1 << 20;

    /** What a limit should leave above what is used now. */
    private static final double HEADROOM = 1.2;

    private PoolResourceRules() {}

    static List<Check> checks(ChangePoolResources change, VisibleFleet fleet) {
        Optional<BigDecimal> request = change.resources().memoryRequest().flatMap(Quantity::of);
        Optional<BigDecimal> limit = change.resources().memoryLimit().flatMap(Quantity::of);
        if (limit.isPresent()
                && request.filter(asked -> asked.compareTo(limit.orElseThrow()) > 0)
                        .isPresent()) {
            return List.of(Check.block("It asks for more memory than it may use", "Kubernetes refuses such pods"));
        }
        return limit.map(BigDecimal::doubleValue).map(most -> memory(change, most, fleet)).stream()
                .toList();
    }

    private static Check memory(ChangePoolResources change, double limit, VisibleFleet fleet) {
        Optional<Double> used = used(change, fleet);
        if (used.isEmpty()) {
            return Check.unknown("How much memory its brokers use now is not known", "no pod is measured");
        }
        double most = used.orElseThrow();
        String evidence = "%.0f Mi used by one of them, %.0f Mi at most".formatted(most / MEBIBYTE, limit / MEBIBYTE);
        if (limit < most) {
            return Check.block("The memory limit is below what is used now: brokers would be killed", evidence);
        }
        return limit < most * HEADROOM
                ? Check.warn("The memory limit leaves less than 20 % above what is used now", evidence)
                : Check.pass("The memory limit is above what is used now", evidence);
    }

    private static Optional<Double> used(ChangePoolResources change, VisibleFleet fleet) {
        if (!(fleet.cluster(change.cluster()) instanceof Look.Seen<KafkaCluster>(KafkaCluster cluster))) {
            return Optional.empty();
        }
        List<Integer> ids = cluster.pool(change.pool()).map(NodePool::nodeIds).orElse(List.of());
        return cluster.brokers().stream()
                .filter(broker -> ids.contains(broker.id()))
                .flatMap(broker -> broker.pod().stream())
                .flatMap(pod -> fleet.fleet().usage(pod).known().stream())
                .flatMap(Optional::stream)
                .map(Usage::memory)
                .max(Double::compare);
    }
}
