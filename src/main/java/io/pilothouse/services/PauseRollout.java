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
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has a Deployment keep its pods as they are, whatever becomes of its template, until its rollout is resumed. Scaling goes on. */
public record PauseRollout(WorkloadId service) implements Change {

    @Override
    public Target target() {
        return Target.of(service);
    }

    @Override
    public String title() {
        return "Pause rollout of " + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        return RolloutPause.write(service, material, true);
    }

    @Override
    public String command() {
        return "kubectl rollout pause " + target().inCommand();
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutPause.progress(service, aftermath, true);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return fleet.workload(service)
                .filter(now -> now.rollout().paused())
                .map(_ -> new WayBack("Resume rollout", new ResumeRollout(service)));
    }
}
