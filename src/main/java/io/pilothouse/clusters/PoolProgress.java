package io.pilothouse.clusters;

import io.pilothouse.base.ClusterId;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Progress;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.StrimziState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far a node pool is with another number of nodes, by what its status names and by its nodes themselves: the operator's Ready says nothing of it. */
final class PoolProgress {

    private static final Duration FOLLOWS = Duration.ofSeconds(5);

    private static final String UNSEEN = "Kubernetes has taken it; the operator has yet to see it";

    private PoolProgress() {}

    static Progress of(ScalePool scale, Aftermath aftermath) {
        Optional<KafkaCluster> cluster = aftermath.fleet().cluster(scale.cluster());
        Optional<NodePool> pool = cluster.flatMap(found -> found.pool(scale.pool()));
        if (pool.isEmpty()) {
            return new Progress.Failed("Pool " + scale.pool() + " was deleted");
        }
        return of(scale, cluster.orElseThrow(), pool.orElseThrow(), aftermath);
    }

    private static Progress of(ScalePool scale, KafkaCluster cluster, NodePool pool, Aftermath aftermath) {
        boolean followed = aftermath.fleet().at().isAfter(aftermath.applied().plus(FOLLOWS));
        if (pool.wanted() != scale.nodes() && followed) {
            return new Progress.Superseded("Something else was wanted meanwhile: " + pool.wanted() + " nodes");
        }
        if (pool.scaleDownRefused() && pool.wanted() == scale.nodes()) {
            return new Progress.Failed("The operator keeps " + pool.replicas()
                    + " nodes, for those that would go hold replicas: " + words(cluster)
                    + ". Move their partitions away and scale again, or scale back to " + pool.replicas());
        }
        int total = Math.max(1, scale.nodes());
        List<Broker> nodes = nodes(cluster, pool);
        long up = nodes.stream().filter(PoolProgress::serves).count();
        if (pool.reconciled() && pool.nodeIds().size() == scale.nodes() && up == scale.nodes()) {
            return new Progress.Settled(up + " of " + scale.nodes() + " nodes are up: " + ids(pool));
        }
        return new Progress.Underway(
                up + " of " + scale.nodes() + " nodes up",
                (int) Math.min(total, up),
                total,
                waitsFor(cluster, nodes),
                cluster.strimzi().filter(StrimziState::paused).isPresent());
    }

    /** How far the nodes of a pool are with its newest spec, for which they are made anew. */
    static Progress ofRoll(ClusterId id, String name, Aftermath aftermath) {
        Optional<KafkaCluster> cluster = aftermath.fleet().cluster(id);
        Optional<NodePool> found = cluster.flatMap(known -> known.pool(name));
        if (found.isEmpty()) {
            return new Progress.Failed("Pool " + name + " was deleted");
        }
        NodePool pool = found.orElseThrow();
        int total = Math.max(1, pool.nodeIds().size());
        if (pool.generation() < aftermath.generation()) {
            return new Progress.Underway(UNSEEN, 0, total, Optional.empty(), false);
        }
        if (pool.generation() > aftermath.generation()) {
            return new Progress.Superseded("Something else was wanted of the pool meanwhile");
        }
        List<Broker> nodes = nodes(cluster.orElseThrow(), pool);
        int updated = aftermath
                .fleet()
                .workload(new RestartPool(id, name).podSet())
                .map(set -> set.replicas().updated())
                .orElse(0);
        boolean serve = nodes.stream().allMatch(PoolProgress::serves);
        if (pool.reconciled() && updated >= nodes.size() && serve) {
            return new Progress.Settled("All " + nodes.size() + " nodes have it");
        }
        Optional<String> problem = cluster.flatMap(KafkaCluster::strimzi).flatMap(StrimziState::problem);
        return new Progress.Underway(
                updated + " of " + nodes.size() + " nodes have it",
                Math.min(updated, total),
                total,
                problem.or(() -> waitsFor(cluster.orElseThrow(), nodes)),
                problem.isPresent()
                        || cluster.flatMap(KafkaCluster::strimzi)
                                .filter(StrimziState::paused)
                                .isPresent());
    }

    private static List<Broker> nodes(KafkaCluster cluster, NodePool pool) {
        return cluster.brokers().stream()
                .filter(broker -> pool.nodeIds().contains(broker.id()))
                .toList();
    }

    private static boolean serves(Broker node) {
        return node.up() && node.pod().filter(Pod::ready).isPresent();
    }

    private static Optional<String> waitsFor(KafkaCluster cluster, List<Broker> nodes) {
        if (cluster.strimzi().filter(StrimziState::paused).isPresent()) {
            return Optional.of("the operator, whose reconciliation is paused: resume it");
        }
        return nodes.stream()
                .filter(node -> !serves(node))
                .map(node -> "broker " + node.id() + ": "
                        + (node.health().reason().isEmpty()
                                ? "it has yet to join"
                                : node.health().reason()))
                .findFirst()
                .or(() -> Optional.of("the operator"));
    }

    private static String words(KafkaCluster cluster) {
        return cluster.strimzi()
                .map(StrimziState::warnings)
                .filter(warnings -> !warnings.isBlank())
                .map(warnings -> warnings.lines().findFirst().orElse(""))
                .orElse("it said no more");
    }

    private static String ids(NodePool pool) {
        return String.join(", ", pool.nodeIds().stream().map(String::valueOf).toList());
    }
}
