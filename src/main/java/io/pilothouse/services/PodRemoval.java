package io.pilothouse.services;

import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Optional;

/** Has one pod of a service go; what made it makes another in its place. */
public sealed interface PodRemoval extends Change permits EvictPod, DeletePod {

    /** Whose pod. */
    WorkloadId service();

    /** Its name, which another pod may have after it. */
    String pod();

    /** The one pod that is meant. */
    String uid();

    /** Whether pods of such a workload are made again when they go: those of Jobs count as failed. */
    static boolean replaced(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, STRIMZI_POD_SET -> true;
            case JOB, CRON_JOB -> false;
        };
    }

    @Override
    default Target target() {
        return Target.pod(service().namespace(), pod());
    }

    @Override
    default Optional<String> pinnedUid() {
        return Optional.of(uid());
    }

    /** The pod as it is now. */
    default LiveObject object(Material material) throws Unfit {
        return material.object()
                .filter(present -> present.uid().equals(uid()))
                .orElseThrow(() -> new Unfit("Pod " + pod() + " is gone already"));
    }

    @Override
    default Progress progress(Aftermath aftermath) {
        return PodReplacement.progress(this, aftermath);
    }
}
