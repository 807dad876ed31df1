package io.pilothouse.services;

import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Map;

/** The field {@code spec.paused}, which only a Deployment has. */
public final class RolloutPause {

    private RolloutPause() {}

    /** Whether rollouts of a workload of this kind can be paused. */
    public static boolean fits(WorkloadKind kind) {
        return kind == WorkloadKind.DEPLOYMENT;
    }

    static Write write(WorkloadId service, Material material, boolean paused) throws Unfit {
        if (!fits(service.kind())) {
            throw new Unfit("Rollouts of a " + service.kind().kind() + " cannot be paused");
        }
        if (material.object().isEmpty()) {
            throw new Unfit(service.kind().kind() + " " + service.name() + " is not there any more");
        }
        return new Write.Patch(Target.of(service), "", Map.of("spec", Map.of("paused", paused)), Write.Merge.STRATEGIC);
    }

    static Progress progress(WorkloadId service, Aftermath aftermath, boolean paused) {
        return aftermath
                .fleet()
                .workload(service)
                .map(now -> progress(now, aftermath.generation(), paused))
                .orElseGet(() -> new Progress.Failed("The service was deleted"));
    }

    private static Progress progress(Workload now, long generation, boolean paused) {
        if (now.rollout().generation() < generation || !now.replicas().observed()) {
            return RolloutProgress.unseen(1);
        }
        if (now.rollout().paused() != paused) {
            return new Progress.Superseded(paused ? "It was resumed meanwhile" : "It was paused again meanwhile");
        }
        return new Progress.Settled(paused ? "Its rollouts are paused" : "Its rollouts go on");
    }
}
