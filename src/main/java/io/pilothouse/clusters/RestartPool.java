package io.pilothouse.clusters;

import io.pilothouse.access.Right;
import io.pilothouse.base.ClusterId;
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
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks Strimzi's operator to make all pods of a node pool anew, one at a time, each only when no partition is hurt by it. */
public record RestartPool(ClusterId cluster, String pool) implements Change {

    /** The set of its pods, which Strimzi names {@code cluster-pool}. */
    public WorkloadId podSet() {
        return new WorkloadId(cluster.namespace(), WorkloadKind.STRIMZI_POD_SET, cluster.name() + "-" + pool);
    }

    @Override
    public Target target() {
        return Target.of(podSet());
    }

    @Override
    public String title() {
        return "Restart pool " + pool + " of " + cluster.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit("Strimzi's operator has made no pods for pool " + pool);
        }
        return OperatorAnnotation.RESTART.on(target(), true);
    }

    @Override
    public String command() {
        return OperatorAnnotation.RESTART.command(target(), true);
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        Set<Integer> nodes = aftermath
                .fleet()
                .cluster(cluster)
                .flatMap(found -> found.pool(pool))
                .map(NodePool::nodeIds)
                .<Set<Integer>>map(HashSet::new)
                .orElse(Set.of());
        return Roll.of(cluster, nodes, aftermath)
                .filter(_ -> !nodes.isEmpty())
                .map(roll -> roll.progress(asked(aftermath.fleet())))
                .orElseGet(() -> new Progress.Failed("Pool " + pool + " was deleted"));
    }

    private boolean asked(Fleet fleet) {
        return fleet.workload(podSet())
                .filter(set -> set.rollout().restartAsked())
                .isPresent();
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return Optional.of(new WayBack("Stop", new StopRestart(cluster, target(), "pool " + pool)))
                .filter(_ -> asked(fleet));
    }
}
