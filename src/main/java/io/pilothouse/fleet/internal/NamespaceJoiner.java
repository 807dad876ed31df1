package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Joins what one namespace holds: its workloads and pods, with the nodes and volumes of those. */
final class NamespaceJoiner {

    private final Map<String, Node> nodes;
    private final VolumeJoiner volumes;
    private final Instant now;

    NamespaceJoiner(Map<String, Node> nodes, StorageFacts storage, Instant now) {
        this.nodes = nodes;
        this.volumes = new VolumeJoiner(storage);
        this.now = now;
    }

    /**
     * @param before the same namespace in the picture before, for what lasts since then
     * @param firstPicture whether nothing was known before
     */
    NamespaceSlice join(NamespaceFacts facts, Optional<NamespaceSlice> before, boolean firstPicture) {
        Map<String, ClaimFacts> claims = claims(facts);
        WorkloadJoiner joiner = new WorkloadJoiner(facts, pod -> pod(pod, claims), now);
        Map<WorkloadId, Health> earlier = before.map(NamespaceSlice::workloads).orElse(List.of()).stream()
                .collect(Collectors.toMap(Workload::id, Workload::health));
        List<Workload> workloads = facts.workloads().stream()
                .map(workload -> joiner.join(
                        workload,
                        health -> Continuity.continued(
                                health, Optional.ofNullable(earlier.get(workload.id())), firstPicture, now)))
                .sorted(Comparator.comparing(
                                (Workload workload) -> workload.id().name())
                        .thenComparing(workload -> workload.id().kind()))
                .toList();
        return new NamespaceSlice(
                facts.name(), workloads, otherPods(facts, claims), facts.events(), facts.quotas(), facts.limitRanges());
    }

    private List<Pod> otherPods(NamespaceFacts facts, Map<String, ClaimFacts> claims) {
        Set<String> workloads =
                facts.workloads().stream().map(WorkloadFacts::uid).collect(Collectors.toSet());
        return facts.pods().stream()
                .filter(pod -> pod.owner().filter(workloads::contains).isEmpty())
                .map(pod -> pod(pod, claims))
                .sorted(Comparator.comparing(Pod::name))
                .toList();
    }

    /** Claims of a namespace by name. */
    static Map<String, ClaimFacts> claims(NamespaceFacts facts) {
        return facts.claims().stream().collect(Collectors.toMap(ClaimFacts::name, Function.identity()));
    }

    /**
     * The pod as the picture shows it.
     *
     * @param claims those of its namespace, by name
     */
    Pod pod(PodFacts pod, Map<String, ClaimFacts> claims) {
        return new Pod(
                pod.namespace(),
                pod.name(),
                pod.uid(),
                PodRules.word(pod),
                PodRules.health(pod, now),
                pod.ready(),
                pod.containers(),
                pod.initContainers(),
                pod.revision(),
                pod.node(),
                pod.node().map(nodes::get).flatMap(Node::zone),
                pod.address(),
                pod.requests(),
                pod.limits(),
                pod.containers().stream().mapToInt(Container::restarts).sum(),
                pod.created(),
                volumes.join(pod, claims),
                pod.restartAsked());
    }
}
