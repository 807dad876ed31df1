package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Material;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.WorkloadId;
import java.util.Set;

/** Takes a pod away, within its grace period and whatever its PodDisruptionBudgets say. */
public record DeletePod(WorkloadId service, String pod, String uid) implements PodRemoval {

    @Override
    public String title() {
        return "Delete pod " + pod;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("delete"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        object(material);
        return new Write.Delete(target());
    }

    @Override
    public String command() {
        return "kubectl delete " + target().inCommand();
    }
}
