package io.pilothouse.api.json;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service: a Deployment, StatefulSet, DaemonSet, Job, CronJob or StrimziPodSet with its pods. */
public record ServiceJson(
        String self,
        String namespace,
        String kind,
        String name,
        HealthJson health,
        ReplicasJson replicas,
        @Nullable AutoscalingJson autoscaling,
        RestartsJson restartsLastHour,
        List<String> images,
        @Nullable String team,
        @Nullable String kafkaCluster,
        Instant created,
        Known<List<PodJson>> pods,
        Known<List<BudgetJson>> disruptionBudgets,
        Known<List<RevisionJson>> revisions,
        Known<List<ScaledObjectJson>> scaledObjects,
        Known<List<FlowJson>> reads,
        Known<List<FlowJson>> writes) {

    /** How many pods it wants and has. */
    public record ReplicasJson(int desired, int ready, int updated, boolean observed) {
        private static ReplicasJson of(ReplicaCounts counts) {
            return new ReplicasJson(counts.desired(), counts.ready(), counts.updated(), counts.observed());
        }
    }

    /** What the HorizontalPodAutoscaler does. */
    public record AutoscalingJson(
            String name,
            int minimum,
            int maximum,
            int current,
            int desired,
            @Nullable String problem,
            boolean wantsMore) {
        private static AutoscalingJson of(Autoscaling scaling) {
            return new AutoscalingJson(
                    scaling.name(),
                    scaling.minimum(),
                    scaling.maximum(),
                    scaling.current(),
                    scaling.desired(),
                    scaling.problem().orElse(null),
                    scaling.wantsMore());
        }
    }

    /** Restarts within the last hour. */
    public record RestartsJson(int count, boolean complete) {
        private static RestartsJson of(Restarts restarts) {
            return new RestartsJson(restarts.count(), restarts.complete());
        }
    }

    /** A PodDisruptionBudget about its pods. */
    public record BudgetJson(String name, int allowed, int healthy, int required, int expected, boolean observed) {
        private static BudgetJson of(DisruptionBudget budget) {
            return new BudgetJson(
                    budget.name(),
                    budget.allowed(),
                    budget.healthy(),
                    budget.required(),
                    budget.expected(),
                    budget.observed());
        }
    }

    /** A pod template that it has or had. */
    public record RevisionJson(
            long number,
            String name,
            String hash,
            Instant created,
            @Nullable String changeCause,
            List<String> images) {
        private static RevisionJson of(Revision revision) {
            return new RevisionJson(
                    revision.number(),
                    revision.name(),
                    revision.hash(),
                    revision.created(),
                    revision.changeCause().orElse(null),
                    revision.images());
        }
    }

    /** The address of a service. */
    static String self(WorkloadId id) {
        return Addresses.of("services/" + id);
    }

    public static ServiceJson of(Workload service, VisibleFleet fleet) {
        WorkloadId id = service.id();
        return new ServiceJson(
                self(id),
                id.namespace(),
                id.kind().slug(),
                id.name(),
                HealthJson.of(service.health()),
                ReplicasJson.of(service.replicas()),
                service.autoscaling().map(AutoscalingJson::of).orElse(null),
                RestartsJson.of(service.restarts()),
                service.images(),
                service.team().orElse(null),
                service.kafkaCluster().orElse(null),
                service.created(),
                readable(
                        ReadableKind.PODS,
                        service,
                        fleet,
                        () -> service.pods().stream()
                                .map(pod -> PodJson.of(pod, fleet))
                                .toList()),
                readable(
                        ReadableKind.DISRUPTION_BUDGETS,
                        service,
                        fleet,
                        () -> service.budgets().stream().map(BudgetJson::of).toList()),
                revisions(service, fleet),
                readable(
                        ReadableKind.SCALED_OBJECTS,
                        service,
                        fleet,
                        () -> service.scaledObject().stream()
                                .map(ScaledObjectJson::of)
                                .toList()),
                FlowJson.reads(id, fleet),
                FlowJson.writes(id, fleet));
    }

    private static Known<List<RevisionJson>> revisions(Workload service, VisibleFleet fleet) {
        return ReadableKind.historyOf(service.id().kind())
                .map(history -> readable(
                        history,
                        service,
                        fleet,
                        () -> service.revisions().stream().map(RevisionJson::of).toList()))
                .orElseGet(() -> Known.of(List.of()));
    }

    private static <T> Known<T> readable(ReadableKind kind, Workload service, VisibleFleet fleet, Supplier<T> value) {
        String namespace = service.id().namespace();
        return fleet.sight().sees(kind, namespace) ? Known.of(value.get()) : Known.hidden(kind.list(namespace));
    }
}
