package io.pilothouse.clusters.internal;

import io.pilothouse.base.ByteSize;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.StrimziState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happens when a pool gets more nodes or fewer, as Strimzi's operator was seen to do it: ids are the lowest that are free in the whole cluster,
 * the highest go first, none that holds replicas goes, and another number of controllers makes all nodes roll.
 */
final class PoolRules {

    private static final double GIGABYTE = 1e9;

    private PoolRules() {}

    static List<Check> scaledUp(KafkaCluster cluster, NodePool pool, int wanted) {
        List<Check> checks = new ArrayList<>();
        paused(cluster).ifPresent(checks::add);
        int more = wanted - pool.nodeIds().size();
        if (more > 0) {
            checks.add(Check.pass(
                    "New nodes get the ids " + words(newIds(cluster, more)),
                    "the lowest that are free in the cluster"));
            if (pool.holdsPartitions()) {
                checks.add(Check.warn(
                        "New brokers hold nothing before partitions are moved to them", "rebalance when they are up"));
            }
        }
        quorum(cluster, pool, wanted).forEach(checks::add);
        return checks;
    }

    static List<Check> scaledDown(KafkaCluster cluster, NodePool pool, int wanted) {
        List<Check> checks = new ArrayList<>();
        paused(cluster).ifPresent(checks::add);
        List<Integer> going = pool.nodeIds().subList(wanted, pool.nodeIds().size());
        checks.add(held(cluster, going));
        replication(cluster, pool, going).ifPresent(checks::add);
        space(cluster, going).ifPresent(checks::add);
        quorum(cluster, pool, wanted).forEach(checks::add);
        return checks;
    }

    private static Optional<Check> paused(KafkaCluster cluster) {
        return cluster.strimzi()
                .filter(StrimziState::paused)
                .map(_ -> Check.warn(
                        "Reconciliation is paused: nothing happens before it is resumed",
                        "annotation strimzi.io/pause-reconciliation"));
    }

    /** Ids that nodes of any pool have are not given again (Strimzi's documentation, "Managing broker and controller node IDs"). */
    static List<Integer> newIds(KafkaCluster cluster, int count) {
        Set<Integer> taken = new HashSet<>();
        cluster.pools().forEach(pool -> taken.addAll(pool.nodeIds()));
        cluster.brokers().forEach(broker -> taken.add(broker.id()));
        return IntStream.iterate(0, id -> id + 1)
                .filter(id -> !taken.contains(id))
                .limit(count)
                .boxed()
                .toList();
    }

    private static Check held(KafkaCluster cluster, List<Integer> going) {
        List<String> holding = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int id : going) {
            Optional<Broker.Load> load =
                    cluster.broker(id).flatMap(broker -> broker.load().known());
            if (load.isEmpty()) {
                unknown.add(id);
            } else if (load.orElseThrow().replicas() > 0) {
                holding.add(
                        "broker " + id + " holds " + load.orElseThrow().replicas() + " replicas" + bytes(cluster, id));
            }
        }
        if (!holding.isEmpty()) {
            return Check.block(
                    "The operator refuses while those that go hold replicas: move their partitions away first",
                    String.join("; ", holding));
        }
        return unknown.isEmpty()
                ? Check.pass("Those that go hold no replica: " + words(going), "as Kafka says now")
                : Check.unknown("Nobody can tell what those that go hold", "broker " + words(unknown));
    }

    private static String bytes(KafkaCluster cluster, int id) {
        return cluster.broker(id)
                .flatMap(broker -> broker.disk().known())
                .map(disk -> ", " + gigabytes(disk.used().bytes()))
                .orElse("");
    }

    private static Optional<Check> replication(KafkaCluster cluster, NodePool pool, List<Integer> going) {
        if (!pool.holdsPartitions()) {
            return Optional.empty();
        }
        long left = cluster.brokers().stream()
                .filter(broker -> broker.roles().contains(Broker.Role.BROKER) && !going.contains(broker.id()))
                .count();
        List<String> wide = cluster.topics().known().stream()
                .flatMap(List::stream)
                .filter(topic -> topic.replication() > left)
                .map(topic -> topic.id().name())
                .toList();
        return wide.isEmpty()
                ? Optional.empty()
                : Optional.of(Check.block(
                        "Topics have more replicas than the " + left + " brokers that are left",
                        wide.stream().limit(3).collect(Collectors.joining(", "))
                                + (wide.size() > 3 ? " and " + (wide.size() - 3) + " more" : "")));
    }

    /** What those that go hold has to fit on the others; judged only where all of them tell their volumes' size. */
    private static Optional<Check> space(KafkaCluster cluster, List<Integer> going) {
        long moved = 0;
        long free = 0;
        for (Broker broker : cluster.brokers()) {
            Optional<Broker.Disk> disk = broker.disk().known();
            if (disk.isEmpty() || disk.orElseThrow().free().isEmpty()) {
                return Optional.empty();
            }
            if (going.contains(broker.id())) {
                moved += disk.orElseThrow().used().bytes();
            } else {
                free += disk.orElseThrow().free().map(ByteSize::bytes).orElse(0L);
            }
        }
        return moved <= free
                ? Optional.empty()
                : Optional.of(Check.block(
                        "The others have no room for what those that go hold",
                        gigabytes(moved) + " to move, " + gigabytes(free) + " free"));
    }

    private static List<Check> quorum(KafkaCluster cluster, NodePool pool, int wanted) {
        if (!pool.controls() || wanted == pool.nodeIds().size()) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.warn(
                "Another number of controllers: all nodes of the cluster are restarted",
                "controller.quorum.voters changes"));
        int controllers = cluster.pools().stream()
                .filter(NodePool::controls)
                .mapToInt(each -> each.name().equals(pool.name())
                        ? wanted
                        : each.nodeIds().size())
                .sum();
        if (controllers == 0) {
            checks.add(
                    Check.block("Without a controller the cluster does nothing", pool.name() + " holds the last ones"));
        } else if (controllers % 2 == 0) {
            checks.add(Check.warn(
                    "An even number of controllers bears no more failures than one fewer",
                    controllers + " controllers"));
        }
        if (wanted < pool.nodeIds().size()) {
            checks.add(Check.warn(
                    "Shrinking the quorum can get stuck: the operator then says that a pod cannot be updated right now",
                    "controllers that have gone are waited for"));
        }
        return checks;
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / GIGABYTE);
    }

    private static String words(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
