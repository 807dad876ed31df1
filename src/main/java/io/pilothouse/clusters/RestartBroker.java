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
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks Strimzi's operator to make the pod of one node anew, which it does at its next timed reconcile and only when no partition is hurt by it.
 *
 * @param pod the name of its pod, which the one after it bears too
 * @param uid the one pod that is meant
 */
public record RestartBroker(ClusterId cluster, int broker, String pod, String uid) implements Change {

    @Override
    public Target target() {
        return Target.pod(cluster.namespace(), pod);
    }

    @Override
    public Optional<String> pinnedUid() {
        return Optional.of(uid);
    }

    @Override
    public String title() {
        return "Restart broker " + broker + " of " + cluster.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().filter(present -> present.uid().equals(uid)).isEmpty()) {
            throw new Unfit("Pod " + pod + " is gone already");
        }
        return OperatorAnnotation.RESTART.on(target(), true);
    }

    @Override
    public String command() {
        return OperatorAnnotation.RESTART.command(target(), true);
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return Roll.of(cluster, Set.of(broker), aftermath)
                .map(roll -> roll.progress(asked(aftermath.fleet())))
                .orElseGet(() -> new Progress.Failed("Kafka cluster " + cluster.name() + " was deleted"));
    }

    private boolean asked(Fleet fleet) {
        return fleet.cluster(cluster)
                .flatMap(found -> found.broker(broker))
                .flatMap(Broker::pod)
                .filter(Pod::restartAsked)
                .isPresent();
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return Optional.of(new WayBack("Stop", new StopRestart(cluster, target(), "broker " + broker)))
                .filter(_ -> asked(fleet));
    }
}
