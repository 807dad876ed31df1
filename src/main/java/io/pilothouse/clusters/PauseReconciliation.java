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
import io.pilothouse.fleet.StrimziState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has Strimzi's operator leave a Kafka cluster alone, or look after it again.
 *
 * @param paused whether it is to be left alone
 */
public record PauseReconciliation(ClusterId cluster, boolean paused) implements Change {

    /** What the picture holds of the resource has had time to follow. */
    private static final Duration FOLLOWS = Duration.ofSeconds(5);

    @Override
    public Target target() {
        return Target.kafka(cluster);
    }

    @Override
    public String title() {
        return (paused ? "Pause" : "Resume") + " reconciliation of " + cluster.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit("Kafka " + cluster.name() + " is not there any more");
        }
        return OperatorAnnotation.PAUSE.on(target(), paused);
    }

    @Override
    public String command() {
        return OperatorAnnotation.PAUSE.command(target(), paused);
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        Optional<StrimziState> now = aftermath.fleet().cluster(cluster).flatMap(found -> found.strimzi());
        if (now.isEmpty()) {
            return new Progress.Failed("Kafka " + cluster.name() + " was deleted");
        }
        if (now.orElseThrow().paused() == paused) {
            return new Progress.Settled(paused ? "The operator leaves it alone" : "The operator looks after it again");
        }
        return aftermath.fleet().at().isAfter(aftermath.applied().plus(FOLLOWS))
                ? new Progress.Superseded(paused ? "It was resumed meanwhile" : "It was paused meanwhile")
                : new Progress.Underway("Kubernetes has taken it", 0, 1, Optional.empty(), false);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return fleet.cluster(cluster)
                .flatMap(found -> found.strimzi())
                .filter(now -> now.paused() == paused)
                .map(_ -> new WayBack(paused ? "Resume" : "Pause", new PauseReconciliation(cluster, !paused)));
    }
}
