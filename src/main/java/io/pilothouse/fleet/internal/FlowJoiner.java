package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.WorkloadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells who writes to which topic and who reads it. Kafka knows its readers by the members of groups. It keeps nothing on its writers: they
 * are known as far as their own metrics tell, which name a topic but not its cluster; where several clusters have a topic of that name, that
 * writer is left out.
 */
final class FlowJoiner {

    /** A flow but for its rate. */
    private record Edge(WorkloadId service, TopicId topic, Flow.Direction direction) {}

    private final Map<Edge, Optional<Double>> flows = new HashMap<>();

    private FlowJoiner() {}

    /**
     * All flows, in their order.
     *
     * @param written records a second that a pod ({@code namespace/name}) writes, by topic
     */
    static List<Flow> flows(
            Map<String, NamespaceSlice> namespaces,
            Collection<KafkaCluster> clusters,
            Map<String, Map<String, Double>> written) {
        FlowJoiner joiner = new FlowJoiner();
        if (!written.isEmpty()) {
            joiner.addWriters(namespaces, topics(clusters), written);
        }
        clusters.forEach(joiner::addReaders);
        return joiner.flows.entrySet().stream()
                .map(flow -> new Flow(
                        flow.getKey().service(),
                        flow.getKey().topic(),
                        flow.getKey().direction(),
                        flow.getValue()))
                .sorted()
                .toList();
    }

    /** The topic of each name; empty for a name that several clusters have. */
    private static Map<String, Optional<TopicId>> topics(Collection<KafkaCluster> clusters) {
        return clusters.stream()
                .flatMap(cluster -> cluster.topics().known().stream())
                .flatMap(List::stream)
                .map(Topic::id)
                .collect(Collectors.toMap(TopicId::name, Optional::of, (_, _) -> Optional.empty()));
    }

    private void addWriters(
            Map<String, NamespaceSlice> namespaces,
            Map<String, Optional<TopicId>> topics,
            Map<String, Map<String, Double>> written) {
        Map<String, WorkloadId> owners = owners(namespaces, written.keySet());
        written.forEach((pod, rates) -> Optional.ofNullable(owners.get(pod))
                .ifPresent(service -> rates.forEach((topic, rate) -> topics.getOrDefault(topic, Optional.empty())
                        .ifPresent(id -> add(new Edge(service, id, Flow.Direction.WRITES), Optional.of(rate))))));
    }

    private static Map<String, WorkloadId> owners(Map<String, NamespaceSlice> namespaces, Set<String> pods) {
        return pods.stream()
                .map(pod -> pod.substring(0, pod.indexOf('/')))
                .distinct()
                .map(namespaces::get)
                .filter(Objects::nonNull)
                .flatMap(namespace -> namespace.workloads().stream())
                .flatMap(workload -> workload.pods().stream()
                        .map(pod -> Map.entry(pod.namespace() + "/" + pod.name(), workload.id())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private void addReaders(KafkaCluster cluster) {
        cluster.groups().known().stream().flatMap(List::stream).forEach(group -> addReaders(cluster.id(), group));
    }

    private void addReaders(ClusterId cluster, ConsumerGroup group) {
        Map<String, WorkloadId> services = new HashMap<>();
        for (Member member : group.members()) {
            member.origin().owner().ifPresent(service -> services.put(member.id(), service));
        }
        for (GroupPartition partition : group.partitions().known().orElse(List.of())) {
            partition
                    .member()
                    .map(services::get)
                    .ifPresent(service -> add(
                            new Edge(
                                    service, new TopicId(cluster, partition.id().topic()), Flow.Direction.READS),
                            partition.consumed()));
        }
        if (group.type() == ConsumerGroup.Type.SHARE) {
            addSharers(cluster, group);
        }
    }

    /** How much of a partition which member of a share group takes is not told. */
    private void addSharers(ClusterId cluster, ConsumerGroup group) {
        Set<Edge> edges = new HashSet<>();
        for (Member member : group.members()) {
            member.origin()
                    .owner()
                    .ifPresent(service -> member.assigned()
                            .forEach(partition -> edges.add(
                                    new Edge(service, new TopicId(cluster, partition.topic()), Flow.Direction.READS))));
        }
        edges.forEach(edge -> add(edge, Optional.empty()));
    }

    /** A sum of which a part is not known is not known. */
    private void add(Edge edge, Optional<Double> rate) {
        flows.merge(edge, rate, (one, other) -> one.flatMap(first -> other.map(second -> first + second)));
    }
}
