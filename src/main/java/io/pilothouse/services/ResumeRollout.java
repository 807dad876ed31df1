package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.WorkloadId;
import java.util.Set;

/** Has a Deployment whose rollout was paused go on to bring its pods to its template, as its strategy says. */
public record ResumeRollout(WorkloadId service) implements Change {

    @Override
    public Target target() {
        return Target.of(service);
    }

    @Override
    public String title() {
        return "Resume rollout of " + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        return RolloutPause.write(service, material, false);
    }

    @Override
    public String command() {
        return "kubectl rollout resume " + target().inCommand();
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutPause.progress(service, aftermath, false);
    }
}
