package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.WayBack;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a CronJob begin no more runs by its schedule, or begin them again. Runs under way go on.
 *
 * @param suspended whether it is to begin none
 */
public record SuspendCronJob(WorkloadId service, boolean suspended) implements Change {

    /** Whether a workload of this kind runs by a schedule. */
    public static boolean fits(WorkloadKind kind) {
        return kind == WorkloadKind.CRON_JOB;
    }

    @Override
    public Target target() {
        return Target.of(service);
    }

    @Override
    public String title() {
        return (suspended ? "Suspend " : "Resume ") + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (!fits(service.kind())) {
            throw new Unfit("A " + service.kind().kind() + " does not run by a schedule");
        }
        if (material.object().isEmpty()) {
            throw new Unfit("CronJob " + service.name() + " is not there any more");
        }
        return new Write.Patch(target(), "", Map.of("spec", Map.of("suspend", suspended)), Write.Merge.STRATEGIC);
    }

    @Override
    public String command() {
        return "kubectl patch " + target().inCommand() + " -p '{\"spec\":{\"suspend\":" + suspended + "}}'";
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        Optional<Batch> now = aftermath.fleet().workload(service).flatMap(found -> found.batch());
        if (now.isEmpty()) {
            return new Progress.Failed("The CronJob was deleted");
        }
        if (now.orElseThrow().suspended() == suspended) {
            return new Progress.Settled(
                    suspended ? "It begins no more runs by its schedule" : "It begins runs by its schedule again");
        }
        return RolloutProgress.later(aftermath)
                ? new Progress.Superseded(suspended ? "It was resumed meanwhile" : "It was suspended meanwhile")
                : RolloutProgress.unseen(1);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return fleet.workload(service)
                .flatMap(found -> found.batch())
                .filter(now -> now.suspended() == suspended)
                .map(_ -> new WayBack(suspended ? "Resume" : "Suspend", new SuspendCronJob(service, !suspended)));
    }
}
