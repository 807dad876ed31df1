package io.pilothouse.fleet.internal;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.NodeFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which pods have which address. One that has ended keeps its address in its status while the next one may already have it, so only
 * those count that may still run.
 */
final class PodAddresses {

    private final Map<String, List<PodFacts>> pods;
    private final Map<String, WorkloadId> owners = new HashMap<>();
    private final Map<String, NodeFacts> nodes;

    PodAddresses(KubernetesState kubernetes) {
        this.nodes = kubernetes.nodes();
        this.pods = kubernetes.namespaces().values().stream()
                .flatMap(namespace -> namespace.pods().stream())
                .filter(pod -> pod.address().isPresent() && !PodRules.ENDED.contains(pod.phase()))
                .collect(Collectors.groupingBy(pod -> pod.address().orElseThrow()));
        for (NamespaceFacts namespace : kubernetes.namespaces().values()) {
            for (WorkloadFacts workload : namespace.workloads()) {
                owners.put(workload.uid(), workload.id());
            }
        }
    }

    /** Whether both tell of the same pods, by the instances that a source keeps while a namespace does not change. */
    static boolean same(Observed<KubernetesState> one, Observed<KubernetesState> other) {
        if (one.known().isEmpty() || other.known().isEmpty()) {
            return one.known().isEmpty() && other.known().isEmpty();
        }
        KubernetesState first = one.known().orElseThrow();
        KubernetesState second = other.known().orElseThrow();
        return first.nodes().equals(second.nodes())
                && first.namespaces().size() == second.namespaces().size()
                && first.namespaces().entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().sameObjects(second.namespaces().get(entry.getKey())));
    }

    /** Where somebody runs who connects from the address. */
    MemberOrigin origin(String address) {
        List<PodFacts> there = pods.getOrDefault(address, List.of());
        return switch (there.size()) {
            case 0 -> new MemberOrigin.Outside();
            case 1 -> in(there.getFirst());
            default ->
                new MemberOrigin.Ambiguous(there.stream()
                        .map(pod -> pod.namespace() + "/" + pod.name())
                        .sorted()
                        .toList());
        };
    }

    private MemberOrigin in(PodFacts pod) {
        return new MemberOrigin.InPod(
                pod.namespace(),
                pod.name(),
                pod.node(),
                pod.node().map(nodes::get).flatMap(NodeFacts::zone),
                pod.owner().map(owners::get));
    }
}
