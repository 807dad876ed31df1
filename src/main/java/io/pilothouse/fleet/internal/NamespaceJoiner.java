package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.AutoscalerFacts;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.DisruptionBudgetFacts;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.RevisionFacts;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Joins the workloads of one namespace with their pods, the nodes of those, and what scales them. */
final class NamespaceJoiner {

    private static final String TEAM_LABEL = "app.kubernetes.io/part-of";
    private static final String CLUSTER_LABEL = "strimzi.io/cluster";

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
        Map<String, List<PodFacts>> podsByOwner = facts.pods().stream()
                .filter(pod -> pod.owner().isPresent())
                .collect(Collectors.groupingBy(pod -> pod.owner().orElseThrow()));
        Map<String, ClaimFacts> claims = claims(facts);
        Map<WorkloadId, Autoscaling> autoscaling = facts.autoscalers().stream()
                .collect(Collectors.toMap(AutoscalerFacts::target, AutoscalerFacts::autoscaling, (first, _) -> first));
        Map<WorkloadId, ScaledObject> scaledObjects = facts.scaledObjects().stream()
                .collect(Collectors.toMap(
                        ScaledObjectFacts::target, ScaledObjectFacts::scaledObject, (first, _) -> first));
        Map<String, List<Revision>> revisions = facts.revisions().stream()
                .collect(Collectors.groupingBy(
                        RevisionFacts::workload, Collectors.mapping(RevisionFacts::revision, Collectors.toList())));
        Map<WorkloadId, Workload> earlier = before.map(slice ->
                        slice.workloads().stream().collect(Collectors.toMap(Workload::id, Function.identity())))
                .orElse(Map.of());
        List<Workload> workloads = facts.workloads().stream()
                .map(workload -> workload(
                        workload,
                        podsByOwner.getOrDefault(workload.uid(), List.of()),
                        claims,
                        budgets(facts, workload),
                        revisions.getOrDefault(workload.uid(), List.of()),
                        Optional.ofNullable(autoscaling.get(workload.id())),
                        Optional.ofNullable(scaledObjects.get(workload.id())),
                        health -> Continuity.continued(
                                health,
                                Optional.ofNullable(earlier.get(workload.id())).map(Workload::health),
                                firstPicture,
                                now)))
                .sorted(Comparator.comparing(
                                (Workload workload) -> workload.id().name())
                        .thenComparing(workload -> workload.id().kind()))
                .toList();
        return new NamespaceSlice(facts.name(), workloads, otherPods(facts, claims), facts.events());
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

    private static List<DisruptionBudget> budgets(NamespaceFacts facts, WorkloadFacts workload) {
        return facts.budgets().stream()
                .filter(budget -> budget.selector().selects(workload.podLabels()))
                .map(DisruptionBudgetFacts::budget)
                .toList();
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
                volumes.join(pod, claims));
    }

    private Workload workload(
            WorkloadFacts facts,
            List<PodFacts> podFacts,
            Map<String, ClaimFacts> claims,
            List<DisruptionBudget> budgets,
            List<Revision> revisions,
            Optional<Autoscaling> autoscaling,
            Optional<ScaledObject> scaledObject,
            UnaryOperator<Health> continued) {
        List<Pod> pods = podFacts.stream()
                .map(pod -> pod(pod, claims))
                .sorted(Comparator.comparing(Pod::name))
                .toList();
        return new Workload(
                facts.id(),
                facts.uid(),
                continued.apply(WorkloadRules.health(facts, pods, autoscaling, scaledObject)),
                facts.replicas(),
                autoscaling,
                podFacts.stream().map(PodFacts::restarts).reduce(Restarts.NONE, Restarts::plus),
                facts.images(),
                Optional.ofNullable(facts.labels().get(TEAM_LABEL)),
                facts.id().kind() == WorkloadKind.STRIMZI_POD_SET
                        ? Optional.ofNullable(facts.labels().get(CLUSTER_LABEL))
                        : Optional.empty(),
                facts.created(),
                pods,
                budgets,
                revisions.stream()
                        .sorted(Comparator.comparingLong(Revision::number).reversed())
                        .toList(),
                scaledObject);
    }
}
