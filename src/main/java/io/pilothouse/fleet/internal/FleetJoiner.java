package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.NodeFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins facts into the picture. Pure: the same facts, picture before and time give the same picture. */
final class FleetJoiner {

    /** A picture and the facts it was joined from. */
    record Joined(Facts facts, Fleet fleet) {}

    private FleetJoiner() {}

    /** The picture before any source was asked. */
    static Joined nothingYet(Instant now) {
        Facts facts = new Facts(
                new Observed.Missing<>(notAsked(Source.KUBERNETES, now)),
                Map.of(),
                Map.of(),
                Map.of(),
                new Observed.Missing<>(notAsked(Source.PROMETHEUS, now)));
        Fleet fleet = new Fleet(
                0,
                now,
                SourceStatuses.of(facts, now),
                Map.of(),
                Map.of(),
                Map.of(),
                new Observed.Missing<>(notAsked(Source.PROMETHEUS, now)),
                Map.of(),
                List.of());
        return new Joined(facts, fleet);
    }

    /** The next picture. What did not change is the same instance as in the one before. */
    static Joined join(Facts facts, Joined before, Instant now) {
        Fleet earlier = before.fleet();
        Map<String, Node> nodes = nodes(facts, before);
        boolean samePlaces = storage(facts).equals(storage(before.facts()))
                && (nodes == earlier.nodes() || zones(nodes).equals(zones(earlier.nodes())));
        var namespaces = namespaces(facts, before, nodes, samePlaces, now);
        var clusters = clusters(facts, before, nodes, now);
        boolean sameClusters = same(clusters, earlier.clusters());
        Fleet fleet = new Fleet(
                earlier.version() + 1,
                now,
                SourceStatuses.of(facts, now),
                namespaces,
                nodes,
                clusters,
                facts.metrics().map(MetricState::usage),
                sameClusters ? earlier.readings() : ConsumerGroup.byService(clusters.values()),
                flows(facts, before, namespaces, clusters, sameClusters));
        return new Joined(facts, fleet);
    }

    /** The earlier flows while nothing that they are joined from is another instance: looking at all groups costs more than the rest. */
    private static List<Flow> flows(
            Facts facts,
            Joined before,
            Map<String, NamespaceSlice> namespaces,
            Map<ClusterId, KafkaCluster> clusters,
            boolean sameClusters) {
        Fleet earlier = before.fleet();
        var written = written(facts);
        boolean sameWriters = written.equals(written(before.facts()))
                && written.keySet().stream()
                        .map(pod -> pod.substring(0, pod.indexOf('/')))
                        .distinct()
                        .allMatch(name ->
                                namespaces.get(name) == earlier.namespaces().get(name));
        return sameClusters && sameWriters
                ? earlier.flows()
                : kept(FlowJoiner.flows(namespaces, clusters.values(), written), Optional.of(earlier.flows()));
    }

    private static Map<String, Map<String, Double>> written(Facts facts) {
        return facts.metrics().known().map(MetricState::written).orElse(Map.of());
    }

    private static <K, V> boolean same(Map<K, V> one, Map<K, V> other) {
        return one.size() == other.size()
                && one.entrySet().stream().allMatch(entry -> entry.getValue() == other.get(entry.getKey()));
    }

    private static Map<String, Node> nodes(Facts facts, Joined before) {
        Map<String, NodeFacts> known = nodesOf(facts);
        return known.equals(nodesOf(before.facts()))
                ? before.fleet().nodes()
                : known.values().stream().collect(Collectors.toUnmodifiableMap(NodeFacts::name, NodeRules::joined));
    }

    /** All that pods take from their nodes. */
    private static Map<String, Optional<String>> zones(Map<String, Node> nodes) {
        return nodes.values().stream().collect(Collectors.toMap(Node::name, Node::zone));
    }

    private static Map<String, NamespaceSlice> namespaces(
            Facts facts, Joined before, Map<String, Node> nodes, boolean samePlaces, Instant now) {
        Map<String, NamespaceFacts> known = namespacesOf(facts);
        Map<String, NamespaceFacts> knownBefore = namespacesOf(before.facts());
        boolean first = before.facts().kubernetes().known().isEmpty();
        NamespaceJoiner joiner = new NamespaceJoiner(nodes, storage(facts), now);
        return known.values().stream().collect(Collectors.toUnmodifiableMap(NamespaceFacts::name, namespace -> {
            Optional<NamespaceSlice> slice =
                    Optional.ofNullable(before.fleet().namespaces().get(namespace.name()));
            boolean unchanged = samePlaces && namespace.sameObjects(knownBefore.get(namespace.name()));
            return slice.filter(_ -> unchanged)
                    .filter(FleetJoiner::settled)
                    .map(present -> withEvents(present, namespace.events()))
                    .orElseGet(() -> kept(joiner.join(namespace, slice, first), slice));
        }));
    }

    private static Map<ClusterId, KafkaCluster> clusters(
            Facts facts, Joined before, Map<String, Node> nodes, Instant now) {
        boolean first = before.fleet().version() == 0;
        ClusterJoiner joiner = new ClusterJoiner(facts.metrics(), new ContentsJoiner(facts, before, now), now);
        Map<ClusterId, KafkaCluster> clusters = new TreeMap<>();
        for (ClusterJoiner.Sources sources : new ClusterSources(facts, nodes, now).all()) {
            Optional<KafkaCluster> earlier = before.fleet().cluster(sources.id());
            clusters.put(sources.id(), kept(joiner.join(sources, earlier, first), earlier));
        }
        return Map.copyOf(clusters);
    }

    private static NamespaceSlice withEvents(NamespaceSlice slice, List<Event> events) {
        return slice.events().equals(events) ? slice : slice.withEvents(events);
    }

    /** Nothing in it turns into something else by the passing of time alone. */
    private static boolean settled(NamespaceSlice slice) {
        return Stream.concat(
                        slice.workloads().stream().map(Workload::health),
                        slice.otherPods().stream().map(Pod::health))
                .allMatch(health -> health.state() == HealthState.HEALTHY);
    }

    private static <T> T kept(T joined, Optional<T> before) {
        return before.filter(joined::equals).orElse(joined);
    }

    private static Map<String, NamespaceFacts> namespacesOf(Facts facts) {
        return facts.kubernetes().known().map(KubernetesState::namespaces).orElse(Map.of());
    }

    private static Map<String, NodeFacts> nodesOf(Facts facts) {
        return facts.kubernetes().known().map(KubernetesState::nodes).orElse(Map.of());
    }

    private static StorageFacts storage(Facts facts) {
        return facts.kubernetes().known().map(KubernetesState::storage).orElse(StorageFacts.NONE);
    }

    private static Failure notAsked(Source source, Instant now) {
        return new Failure(
                Failure.Kind.PREPARING,
                source.title() + " is being asked for the first time",
                "Nothing of it can be shown yet.",
                "It appears by itself within seconds.",
                "",
                now);
    }
}
