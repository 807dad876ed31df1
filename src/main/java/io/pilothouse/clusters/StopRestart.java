package io.pilothouse.clusters;

import io.pilothouse.access.Right;
import io.pilothouse.base.ClusterId;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import java.util.Set;

/**
 * Takes back what Strimzi's operator was asked: to make a pod, or the pods of a set, anew. It takes no notice before its present reconcile has
 * ended, and what it has restarted by then stays restarted.
 *
 * @param target the pod or the StrimziPodSet
 * @param words what it is for people: {@code broker 2}
 */
public record StopRestart(ClusterId cluster, Target target, String words) implements Change {

    @Override
    public String title() {
        return "Stop restarting " + words + " of " + cluster.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target.right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit(target.kind() + " " + target.name() + " is gone");
        }
        return OperatorAnnotation.RESTART.on(target, false);
    }

    @Override
    public String command() {
        return OperatorAnnotation.RESTART.command(target, false);
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return new Progress.Settled("The operator is not asked any more; what it has begun it ends");
    }
}
