package io.pilothouse.nodes;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.WorkloadId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs on nodes, as one person may see it. */
public final class NodeInventory {

    private final VisibleFleet fleet;
    private final Map<String, List<PodOnNode>> pods;
    private final Map<String, List<HostedBroker>> brokers;

    private NodeInventory(VisibleFleet fleet, Predicate<String> wanted) {
        this.fleet = fleet;
        Map<String, Usage> usage = fleet.fleet().usage().known().orElse(Map.of());
        pods = fleet.fleet().namespaces().values().stream()
                .filter(slice -> fleet.seesPods(slice.name()))
                .flatMap(slice -> pods(slice, wanted, usage))
                .collect(Collectors.groupingBy(pod -> pod.pod().node().orElseThrow()));
        brokers = brokers(wanted);
    }

    /** Of all nodes. */
    public static NodeInventory ofAll(VisibleFleet fleet) {
        return new NodeInventory(fleet, _ -> true);
    }

    /** Of one node. */
    public static NodeInventory of(String node, VisibleFleet fleet) {
        return new NodeInventory(fleet, node::equals);
    }

    /** Pods on the node, by namespace and name. */
    public List<PodOnNode> pods(String node) {
        return pods.getOrDefault(node, List.of()).stream()
                .sorted(Comparator.comparing((PodOnNode pod) -> pod.pod().namespace())
                        .thenComparing(pod -> pod.pod().name()))
                .toList();
    }

    /** Kafka brokers on the node, by cluster and id. */
    public List<HostedBroker> brokers(String node) {
        return brokers.getOrDefault(node, List.of());
    }

    /** How full the node is. */
    public NodeLoad load(Node node) {
        return NodeLoad.of(
                node,
                fleet.seesAllPods(),
                pods.getOrDefault(node.name(), List.of()),
                brokers(node.name()),
                fleet.fleet().usage());
    }

    private Stream<PodOnNode> pods(NamespaceSlice slice, Predicate<String> wanted, Map<String, Usage> usage) {
        Stream<PodOnNode> ofServices = slice.workloads().stream().flatMap(workload -> {
            Optional<WorkloadId> service = Optional.of(workload.id()).filter(this::sees);
            return on(wanted, workload.pods()).map(pod -> new PodOnNode(pod, service, used(pod, usage)));
        });
        Stream<PodOnNode> others =
                on(wanted, slice.otherPods()).map(pod -> new PodOnNode(pod, Optional.empty(), used(pod, usage)));
        return Stream.concat(ofServices, others);
    }

    private Map<String, List<HostedBroker>> brokers(Predicate<String> wanted) {
        record Place(String node, HostedBroker broker) {}
        return fleet.clusters().stream()
                .flatMap(cluster -> cluster.brokers().stream()
                        .flatMap(broker -> broker.pod().flatMap(Pod::node).stream()
                                .filter(wanted)
                                .map(node ->
                                        new Place(node, new HostedBroker(cluster.id(), broker.id(), broker.up())))))
                .collect(Collectors.groupingBy(
                        Place::node, Collectors.mapping(Place::broker, Collectors.toUnmodifiableList())));
    }

    private boolean sees(WorkloadId id) {
        return fleet.sight().sees(ReadableKind.of(id.kind()), id.namespace());
    }

    private static Stream<Pod> on(Predicate<String> wanted, List<Pod> pods) {
        return pods.stream().filter(pod -> pod.node().filter(wanted).isPresent());
    }

    private static Optional<Usage> used(Pod pod, Map<String, Usage> usage) {
        return usage.isEmpty() ? Optional.empty() : Optional.ofNullable(usage.get(pod.namespace() + "/" + pod.name()));
    }
}
