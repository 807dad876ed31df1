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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sets how many nodes a node pool has, through its subresource {@code scale}. The operator makes those that are missing, and takes those of the
 * highest ids away, but none that holds replicas.
 *
 * @param nodes at least 0
 */
public record ScalePool(ClusterId cluster, String pool, int nodes) implements Change {

    private static final String SCALE = "scale";

    public ScalePool {
        if (nodes < 0) {
            throw new IllegalArgumentException("There are no " + nodes + " nodes");
        }
    }

    @Override
    public Target target() {
        return Target.nodePool(cluster, pool);
    }

    @Override
    public String title() {
        return "Scale pool " + pool + " of " + cluster.name() + " to " + nodes;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch", SCALE));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit("Pool " + pool + " is not there any more");
        }
        return new Write.Patch(target(), SCALE, Map.of("spec", Map.of("replicas", nodes)), Write.Merge.REPLACE);
    }

    @Override
    public String command() {
        return "kubectl scale " + target().inCommand() + " --replicas=" + nodes;
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return PoolProgress.of(this, aftermath);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        boolean inForce = fleet.cluster(cluster)
                .flatMap(found -> found.pool(pool))
                .map(NodePool::wanted)
                .filter(wanted -> wanted == nodes)
                .isPresent();
        return done.stream()
                .filter(field -> inForce && field.path().equals("spec.replicas"))
                .flatMap(field -> field.before().stream())
                .map(Integer::valueOf)
                .map(before -> new WayBack("Scale back to " + before, new ScalePool(cluster, pool, before)))
                .findFirst();
    }
}
