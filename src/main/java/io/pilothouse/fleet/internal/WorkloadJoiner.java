package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.NetworkService;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.RolloutState;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.AutoscalerFacts;
import io.pilothouse.fleet.spi.DisruptionBudgetFacts;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.NetworkServiceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.RevisionFacts;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Joins the workloads of one namespace with their pods, their history, and what scales, limits and guards them. */
final class WorkloadJoiner {

    private static final String CLUSTER_LABEL = "strimzi.io/cluster";

    /** Controllers try again after a quarter of an hour at the latest. */
    private static final Duration RETRIED = Duration.ofMinutes(20);

    private final NamespaceFacts facts;
    private final Function<PodFacts, Pod> pods;
    private final Instant now;
    private final Map<String, List<PodFacts>> podsByOwner;
    private final Map<String, List<Revision>> revisions;
    private final Map<WorkloadId, Autoscaling> autoscaling;
    private final Map<WorkloadId, ScaledObject> scaledObjects;

    /** @param pods joins a pod of the namespace */
    WorkloadJoiner(NamespaceFacts facts, Function<PodFacts, Pod> pods, Instant now) {
        this.facts = facts;
        this.pods = pods;
        this.now = now;
        this.podsByOwner = facts.pods().stream()
                .filter(pod -> pod.owner().isPresent())
                .collect(Collectors.groupingBy(pod -> pod.owner().orElseThrow()));
        this.revisions = facts.revisions().stream()
                .collect(Collectors.groupingBy(
                        RevisionFacts::workload, Collectors.mapping(RevisionFacts::revision, Collectors.toList())));
        this.autoscaling = first(facts.autoscalers(), AutoscalerFacts::target, AutoscalerFacts::autoscaling);
        this.scaledObjects = first(facts.scaledObjects(), ScaledObjectFacts::target, ScaledObjectFacts::scaledObject);
    }

    /** @param continued gives its state the beginning that it has in the picture before */
    Workload join(WorkloadFacts workload, UnaryOperator<Health> continued) {
        WorkloadId id = workload.id();
        List<PodFacts> own = podsByOwner.getOrDefault(workload.uid(), List.of());
        List<Pod> present =
                own.stream().map(pods).sorted(Comparator.comparing(Pod::name)).toList();
        Optional<Autoscaling> scaling = Optional.ofNullable(autoscaling.get(id));
        Optional<ScaledObject> keda = Optional.ofNullable(scaledObjects.get(id));
        return new Workload(
                id,
                workload.uid(),
                continued.apply(health(workload, own, present, scaling, keda)),
                workload.replicas(),
                scaling,
                own.stream().map(PodFacts::restarts).reduce(Restarts.NONE, Restarts::plus),
                workload.images(),
                workload.team(),
                id.kind() == WorkloadKind.STRIMZI_POD_SET
                        ? Optional.ofNullable(workload.labels().get(CLUSTER_LABEL))
                        : Optional.empty(),
                workload.created(),
                present,
                budgets(workload),
                revisions(workload),
                keda,
                QuotaRules.headroom(facts.quotas(), present),
                workload.batch(),
                networkServices(workload),
                new RolloutState(workload.generation(), workload.paused(), workload.stalled(), workload.restartAsked()),
                workload.writers());
    }

    private Health health(
            WorkloadFacts workload,
            List<PodFacts> own,
            List<Pod> present,
            Optional<Autoscaling> scaling,
            Optional<ScaledObject> keda) {
        return workload.batch()
                .map(batch -> BatchRules.health(batch, active(own, present), refusal(batch, present)))
                .orElseGet(
                        () -> WorkloadRules.health(workload, present, scaling, keda, refusal(workload.id(), present)));
    }

    private static List<Pod> active(List<PodFacts> own, List<Pod> present) {
        Set<String> ended = own.stream()
                .filter(pod -> PodRules.ENDED.contains(pod.phase()))
                .map(PodFacts::uid)
                .collect(Collectors.toSet());
        return present.stream().filter(pod -> !ended.contains(pod.uid())).toList();
    }

    /** What was said when a pod of one of its runs was refused lately. */
    private Optional<String> refusal(Batch batch, List<Pod> present) {
        return batch.running().stream()
                .flatMap(run -> refusal("Job", run.name(), present).stream())
                .findFirst();
    }

    private List<DisruptionBudget> budgets(WorkloadFacts workload) {
        return facts.budgets().stream()
                .filter(budget -> budget.selector().selects(workload.podLabels()))
                .map(DisruptionBudgetFacts::budget)
                .toList();
    }

    private List<NetworkService> networkServices(WorkloadFacts workload) {
        return facts.networkServices().stream()
                .filter(service -> service.selector().selects(workload.podLabels()))
                .map(NetworkServiceFacts::service)
                .toList();
    }

    private List<Revision> revisions(WorkloadFacts workload) {
        return revisions.getOrDefault(workload.uid(), List.of()).stream()
                .sorted(Comparator.comparingLong(Revision::number).reversed())
                .toList();
    }

    /** What the API server said when it refused a pod of the workload lately; only Deployments tell of it in their status. */
    private Optional<String> refusal(WorkloadId id, List<Pod> present) {
        return refusal(id.kind().kind(), id.name(), present);
    }

    /** A pod that was made since then says that it is over. */
    private Optional<String> refusal(String kind, String name, List<Pod> present) {
        return facts.events().stream()
                .filter(event -> event.reason().equals("FailedCreate")
                        && event.subject().name().equals(name)
                        && event.subject().kind().equals(kind)
                        && event.last().isAfter(now.minus(RETRIED))
                        && present.stream().noneMatch(pod -> pod.created().isAfter(event.last())))
                .map(Event::message)
                .findFirst();
    }

    private static <T, V> Map<WorkloadId, V> first(
            Collection<T> all, Function<T, WorkloadId> target, Function<T, V> value) {
        return all.stream().collect(Collectors.toMap(target, value, (first, _) -> first));
    }
}
