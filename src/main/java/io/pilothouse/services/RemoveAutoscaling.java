package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.Optional;
import java.util.Set;

/**
 * Takes away the HorizontalPodAutoscaler of a service, which keeps the replicas that it has.
 *
 * @param autoscaler its name
 */
public record RemoveAutoscaling(WorkloadId service, String autoscaler) implements AutoscalerChange {

    @Override
    public String title() {
        return "Remove autoscaling of " + service.name();
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

    @Override
    public Progress progress(Aftermath aftermath) {
        return aftermath
                .fleet()
                .workload(service)
                .map(this::progress)
                .orElseGet(() -> new Progress.Failed("The service was deleted"));
    }

    private Progress progress(Workload now) {
        boolean gone = now.autoscaling()
                .filter(scaling -> scaling.name().equals(autoscaler))
                .isEmpty();
        return gone
                ? new Progress.Settled("Nothing scales it any more; it keeps its "
                        + now.replicas().desired() + " replicas")
                : new Progress.Underway("It is being deleted", 0, 1, Optional.empty(), false);
    }
}
