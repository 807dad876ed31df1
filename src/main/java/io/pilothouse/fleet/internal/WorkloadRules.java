package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What state a workload is in, and why: from its status, its pods and what scales it. */
final class WorkloadRules {

    private WorkloadRules() {}

    /** @param refusal what was said lately when a pod of it was refused */
    static Health health(
            WorkloadFacts workload,
            List<Pod> pods,
            Optional<Autoscaling> autoscaling,
            Optional<ScaledObject> scaledObject,
            Optional<String> refusal) {
        ReplicaCounts replicas = workload.replicas();
        if (replicas.desired() == 0) {
            return pods.isEmpty() ? Health.healthy("scaled to zero") : Health.progressing("scaling to zero");
        }
        Optional<String> obstacle = obstacle(workload, pods, refusal);
        if (obstacle.isPresent()) {
            return impaired(replicas, obstacle.orElseThrow());
        }
        return replicas.ready() >= replicas.desired()
                ? complete(workload, pods, scalingProblem(autoscaling, scaledObject))
                : incomplete(replicas, pods, autoscaling);
    }

    /** What keeps the controller itself from making pods or going on. */
    private static Optional<String> obstacle(WorkloadFacts workload, List<Pod> pods, Optional<String> refusal) {
        return workload.replicaFailure()
                .or(() -> refusal.filter(_ -> pods.size() < workload.replicas().desired()))
                .map(QuotaRules::refusal)
                .or(() -> workload.stalled().map(message -> "rollout does not go on: " + message));
    }

    private static Health complete(WorkloadFacts workload, List<Pod> pods, Optional<String> scalingProblem) {
        Health worst = worst(pods);
        if (worst.state() == HealthState.FAILING || worst.state() == HealthState.DEGRADED) {
            return Health.degraded(worst.reason());
        }
        if (workload.paused()) {
            return Health.healthy("rollout is paused");
        }
        if (workload.replicas().rollingOut()) {
            return Health.progressing(rollout(workload.replicas()));
        }
        return scalingProblem.map(Health::degraded).orElseGet(Health::healthy);
    }

    /** Of KEDA first, whose trouble is the reason for that of its HPA; none while somebody has paused it. */
    private static Optional<String> scalingProblem(
            Optional<Autoscaling> autoscaling, Optional<ScaledObject> scaledObject) {
        if (scaledObject.filter(ScaledObject::paused).isPresent()) {
            return Optional.empty();
        }
        return scaledObject
                .flatMap(ScaledObject::problem)
                .map(problem -> "KEDA cannot scale it: " + problem)
                .or(() -> autoscaling
                        .flatMap(Autoscaling::problem)
                        .map(problem -> "its autoscaler cannot work: " + problem));
    }

    private static Health incomplete(ReplicaCounts replicas, List<Pod> pods, Optional<Autoscaling> autoscaling) {
        Health worst = worst(pods);
        return switch (worst.state()) {
            case FAILING, DEGRADED -> impaired(replicas, worst.reason());
            case UNKNOWN -> Health.unknown(worst.reason());
            case PROGRESSING, HEALTHY -> Health.progressing(underWay(replicas, autoscaling));
        };
    }

    private static String underWay(ReplicaCounts replicas, Optional<Autoscaling> autoscaling) {
        if (replicas.rollingOut() && replicas.ready() > 0 && replicas.updated() > 0) {
            return rollout(replicas);
        }
        return autoscaling
                .filter(scaling -> scaling.desired() != replicas.ready())
                .map(scaling -> "HPA scales " + replicas.ready() + " → " + scaling.desired())
                .orElse(replicas.ready() + " of " + replicas.desired() + " ready");
    }

    private static String rollout(ReplicaCounts replicas) {
        return replicas.observed()
                ? "rollout: " + replicas.updated() + " of " + replicas.desired() + " updated"
                : "rollout: about to start";
    }

    private static Health impaired(ReplicaCounts replicas, String reason) {
        return replicas.ready() == 0 ? Health.failing(reason) : Health.degraded(reason);
    }

    /** The worst of the pods that are meant to stay. */
    private static Health worst(List<Pod> pods) {
        return pods.stream()
                .map(Pod::health)
                .min(Comparator.comparing(Health::state, HealthState.WORST_FIRST))
                .orElse(Health.healthy());
    }
}
