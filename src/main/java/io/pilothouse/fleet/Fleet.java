package io.pilothouse.fleet;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the console shows, as it was at one moment. A new version shares what did not change with the one before.
 *
 * @param version counts up from 0, the empty picture before anything is known
 * @param at when this version was joined
 * @param sources how well each source can be read, one for each {@link Source}
 * @param namespaces what Kubernetes holds, by namespace
 * @param nodes the nodes of the Kubernetes cluster, by name
 * @param clusters Kafka clusters, by id
 * @param usage what pods use by Prometheus, by {@code namespace/pod}
 * @param readings the groups that a service's pods are members of, by service
 * @param flows which service writes to which topic and reads it, as far as that is known
 */
public record Fleet(
        long version,
        Instant at,
        Map<Source, SourceStatus> sources,
        Map<String, NamespaceSlice> namespaces,
        Map<String, Node> nodes,
        Map<ClusterId, KafkaCluster> clusters,
        Observed<Map<String, Usage>> usage,
        Map<WorkloadId, List<ConsumerGroup>> readings,
        List<Flow> flows) {

    public Fleet {
        flows = List.copyOf(flows);
    }

    /** How well the source can be read. */
    public SourceStatus source(Source source) {
        return Optional.ofNullable(sources.get(source)).orElseThrow();
    }

    /** All workloads of all namespaces. */
    public Stream<Workload> workloads() {
        return namespaces.values().stream().flatMap(slice -> slice.workloads().stream());
    }

    /** The workload of this id, if the picture holds it. */
    public Optional<Workload> workload(WorkloadId id) {
        return Optional.ofNullable(namespaces.get(id.namespace())).stream()
                .flatMap(slice -> slice.workloads().stream())
                .filter(workload -> workload.id().equals(id))
                .findFirst();
    }

    /** The Kafka cluster of this id, if the picture holds it. */
    public Optional<KafkaCluster> cluster(ClusterId id) {
        return Optional.ofNullable(clusters.get(id));
    }

    /** What the pod uses now; missing where Prometheus does not know it. */
    public Observed<Optional<Usage>> usage(Pod pod) {
        return usage.map(byPod -> Optional.ofNullable(byPod.get(pod.namespace() + "/" + pod.name())));
    }
}
