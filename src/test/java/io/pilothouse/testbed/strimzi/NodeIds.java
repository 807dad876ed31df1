package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which ids the nodes of the pools have: those of the pools' statuses first, then the lowest that are free in the cluster. */
final class NodeIds {

    private NodeIds() {}

    static List<KafkaNode> assign(Collection<KafkaNodePool> pools) {
        Set<Integer> taken = new TreeSet<>();
        pools.forEach(pool -> taken.addAll(present(pool)));
        List<KafkaNode> nodes = new ArrayList<>();
        for (KafkaNodePool pool : pools) {
            Set<Integer> ids = new TreeSet<>(present(pool));
            IntStream.iterate(0, id -> id + 1)
                    .filter(id -> !taken.contains(id))
                    .limit(Math.max(0, pool.getSpec().getReplicas() - ids.size()))
                    .forEach(ids::add);
            taken.addAll(ids);
            ids.forEach(id -> nodes.add(new KafkaNode(pool, id)));
        }
        return List.copyOf(nodes);
    }

    /** What the pool has already; it keeps them when fewer are wanted, since taking brokers away is not done here. */
    private static List<Integer> present(KafkaNodePool pool) {
        boolean known = pool.getStatus() != null && pool.getStatus().getNodeIds() != null;
        return known ? pool.getStatus().getNodeIds() : List.of();
    }
}
