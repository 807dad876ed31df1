package io.pilothouse.access;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.SourceStatus;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The picture as one person may see it. Views read it and never the {@link Fleet} itself. It copies nothing.
 *
 * @param fleet the whole picture
 * @param sight what the person may see
 */
public record VisibleFleet(Fleet fleet, Sight sight) {

    /** Workloads that the person may list. */
    public Stream<Workload> workloads() {
        return fleet.workloads().filter(workload -> sees(workload.id()));
    }

    /** Looks for one workload. */
    public Look<Workload> workload(WorkloadId id) {
        if (!sees(id)) {
            return new Look.Hidden<>(ReadableKind.of(id.kind()).get(id.namespace(), id.name()));
        }
        return fleet.workload(id).<Look<Workload>>map(Look.Seen::new).orElseGet(Look.Absent::new);
    }

    /** How well the source can be read, as far as the person may know: of Kafka, the clusters they see. */
    public SourceStatus source(Source source) {
        SourceStatus whole = fleet.source(source);
        if (source != Source.KAFKA || fleet.clusters().isEmpty()) {
            return whole;
        }
        List<KafkaCluster> clusters = clusters();
        List<Failure> failures = clusters.isEmpty()
                ? List.of(noClusterToSee(whole))
                : clusters.stream()
                        .flatMap(cluster -> cluster.partitions().problem().stream())
                        .toList();
        return new SourceStatus(source, clusters.isEmpty() ? Optional.empty() : whole.newestFact(), failures);
    }

    /** Whether the person may see the pods of the namespace. */
    public boolean seesPods(String namespace) {
        return sight.sees(ReadableKind.PODS, namespace);
    }

    /** Whether the person may see nodes, and so in which zone a pod runs. */
    public boolean seesNodes() {
        return sight.sees(ReadableKind.NODES, "");
    }

    /** Whether the person may see the pods of all namespaces, and so the whole of what runs on a node. */
    public boolean seesAllPods() {
        return sight.everywhere().contains(ReadableKind.PODS);
    }

    /** Nodes, where the person may list them. */
    public Stream<Node> nodes() {
        return seesNodes() ? fleet.nodes().values().stream() : Stream.empty();
    }

    /** Looks for one node. */
    public Look<Node> node(String name) {
        if (!seesNodes()) {
            return new Look.Hidden<>(ReadableKind.NODES.get("", name));
        }
        return Optional.ofNullable(fleet.nodes().get(name))
                .<Look<Node>>map(Look.Seen::new)
                .orElseGet(Look.Absent::new);
    }

    /** Kafka clusters whose resource the person may get, by id. */
    public List<KafkaCluster> clusters() {
        return fleet.clusters().entrySet().stream()
                .filter(entry -> sight.sees(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Looks for one Kafka cluster. */
    public Look<KafkaCluster> cluster(ClusterId id) {
        Optional<KafkaCluster> found = fleet.cluster(id);
        if (!sight.sees(id) && !(found.isEmpty() && sight.everywhere().contains(ReadableKind.KAFKAS))) {
            return new Look.Hidden<>(ReadableKind.KAFKAS.get(id.namespace(), id.name()));
        }
        return found.<Look<KafkaCluster>>map(Look.Seen::new).orElseGet(Look.Absent::new);
    }

    /** Looks for one topic; who sees a Kafka cluster sees what it holds. */
    public Look<Topic> topic(TopicId id) {
        return within(id.cluster(), cluster -> cluster.topic(id.name()));
    }

    /** Looks for one group of consumers. */
    public Look<ConsumerGroup> group(GroupId id) {
        return within(id.cluster(), cluster -> cluster.group(id.name()));
    }

    private <T> Look<T> within(ClusterId id, Function<KafkaCluster, Optional<T>> content) {
        return switch (cluster(id)) {
            case Look.Seen<KafkaCluster> seen ->
                content.apply(seen.content()).<Look<T>>map(Look.Seen::new).orElseGet(Look.Absent::new);
            case Look.Hidden<KafkaCluster> hidden -> new Look.Hidden<>(hidden.missing());
            case Look.Absent<KafkaCluster> _ -> new Look.Absent<>();
        };
    }

    /** Why not all groups that the person may see are known, if so; who sees no cluster sees no group. */
    public Optional<Failure> groupsProblem() {
        List<KafkaCluster> clusters = clusters();
        return clusters.isEmpty()
                ? source(Source.KAFKA).failure()
                : clusters.stream()
                        .flatMap(cluster -> cluster.groups().problem().stream())
                        .findFirst();
    }

    /** The groups that the service's pods are members of, where the person may see them. */
    public Stream<ConsumerGroup> groupsOf(WorkloadId service) {
        return sees(service)
                ? fleet.readings().getOrDefault(service, List.of()).stream()
                        .filter(group -> sight.sees(group.id().cluster()))
                : Stream.empty();
    }

    /** Who writes to which topic and reads it, where the person may see both. */
    public Stream<Flow> flows() {
        return fleet.flows().stream()
                .filter(flow -> sees(flow.service()) && sight.sees(flow.topic().cluster()));
    }

    /** Whether the person may see the workload, if there is such a one. */
    public boolean sees(WorkloadId id) {
        return sight.sees(ReadableKind.of(id.kind()), id.namespace());
    }

    /** Namespaces in which the person sees a workload or a Kafka cluster. */
    public SortedSet<String> namespaces() {
        return Stream.concat(
                        workloads().map(workload -> workload.id().namespace()),
                        clusters().stream().map(cluster -> cluster.id().namespace()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Failure noClusterToSee(SourceStatus whole) {
        return new Failure(
                Failure.Kind.DENIED,
                "There is no Kafka cluster that you may see",
                "Nothing of Kafka is shown to you.",
                "Whoever may get its Kafka resource (kafkas.kafka.strimzi.io) sees a cluster.",
                "",
                whole.newestFact().orElse(fleet.at()));
    }
}
