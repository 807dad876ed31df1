package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which ids the nodes of the pools have: those of the pools' statuses first, then those that {@code strimzi.io/next-node-ids} names, then the
 * lowest that are free in the cluster. Of a pool that is to have fewer, those go first that {@code strimzi.io/remove-node-ids} names, in its order, then
 * the highest (Strimzi's documentation, "Assigning IDs to node pools for scaling operations").
 */
final class NodeIds {

    private static final String NEXT = "strimzi.io/next-node-ids";
    private static final String REMOVE = "strimzi.io/remove-node-ids";

    private NodeIds() {}

    /** @param kept names of pools that keep what they have though fewer are wanted */
    static List<KafkaNode> assign(Collection<KafkaNodePool> pools, Set<String> kept) {
        Set<Integer> taken = new TreeSet<>();
        pools.forEach(pool -> taken.addAll(present(pool)));
        List<KafkaNode> nodes = new ArrayList<>();
        for (KafkaNodePool pool : pools) {
            Set<Integer> ids = new TreeSet<>(present(pool));
            if (!kept.contains(pool.getMetadata().getName())) {
                removed(pool).forEach(ids::remove);
            }
            int missing = Math.max(0, pool.getSpec().getReplicas() - ids.size());
            Stream.concat(
                            named(pool, NEXT).stream(),
                            IntStream.iterate(0, id -> id + 1).boxed())
                    .filter(id -> !taken.contains(id))
                    .distinct()
                    .limit(missing)
                    .forEach(ids::add);
            taken.addAll(ids);
            ids.forEach(id -> nodes.add(new KafkaNode(pool, id)));
        }
        return List.copyOf(nodes);
    }

    /** Those that go when it has as many as are wanted. */
    static List<Integer> removed(KafkaNodePool pool) {
        List<Integer> present = present(pool);
        Set<Integer> order = new LinkedHashSet<>(named(pool, REMOVE));
        present.stream().sorted(Collections.reverseOrder()).forEach(order::add);
        return order.stream()
                .filter(present::contains)
                .limit(Math.max(0, present.size() - pool.getSpec().getReplicas()))
                .toList();
    }

    /** What the pool has already. */
    private static List<Integer> present(KafkaNodePool pool) {
        boolean known = pool.getStatus() != null && pool.getStatus().getNodeIds() != null;
        return known ? pool.getStatus().getNodeIds() : List.of();
    }

    /** The ids of an annotation like {@code [100-102, 7]}; of a range that is written downwards, the highest first. */
    static List<Integer> named(KafkaNodePool pool, String annotation) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(pool.getMetadata().getAnnotations(), Map.of());
        return Optional.ofNullable(annotations.get(annotation)).stream()
                .flatMap(text -> Stream.of(text.replaceAll("[\\[\\]\\s]", "").split(",")))
                .filter(part -> part.matches("\\d+(-\\d+)?"))
                .flatMap(NodeIds::range)
                .toList();
    }

    private static Stream<Integer> range(String part) {
        String[] ends = part.split("-");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        int step = first <= last ? 1 : -1;
        return IntStream.rangeClosed(0, Math.abs(last - first)).mapToObj(index -> first + step * index);
    }
}
