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
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.WorkloadId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has KEDA leave the replica count of a service alone, or set it again, by the annotations of its ScaledObject (KEDA's documentation, "Pausing
 * autoscaling").
 *
 * @param scaledObject its name
 * @param paused whether KEDA is to leave it alone
 */
public record PauseScaling(WorkloadId service, String scaledObject, boolean paused) implements Change {

    private static final String PAUSED = "autoscaling.keda.sh/paused";
    private static final String PAUSED_AT = "autoscaling.keda.sh/paused-replicas";

    @Override
    public Target target() {
        return new Target("keda.sh", "v1alpha1", "ScaledObject", "scaledobjects", service.namespace(), scaledObject);
    }

    @Override
    public String title() {
        return (paused ? "Pause" : "Resume") + " autoscaling of " + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit("ScaledObject " + scaledObject + " is not there any more");
        }
        Map<String, Object> annotations = new HashMap<>();
        annotations.put(PAUSED, paused ? "true" : null);
        if (!paused) {
            annotations.put(PAUSED_AT, null);
        }
        return new Write.Patch(
                target(), "", Map.of("metadata", Map.of("annotations", annotations)), Write.Merge.REPLACE);
    }

    @Override
    public String command() {
        String object = target().inCommand();
        return paused
                ? "kubectl annotate " + object + " --overwrite " + PAUSED + "=true"
                : "kubectl annotate " + object + " " + PAUSED + "- " + PAUSED_AT + "-";
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        Optional<ScaledObject> now = aftermath.fleet().workload(service).flatMap(found -> found.scaledObject());
        if (now.isEmpty()) {
            return new Progress.Failed("The ScaledObject was deleted");
        }
        return now.orElseThrow().paused() == paused
                ? new Progress.Settled(paused ? "KEDA leaves its replicas alone" : "KEDA sets its replicas again")
                : new Progress.Underway(
                        "Kubernetes has taken it; the picture has yet to show it", 0, 1, Optional.empty(), false);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return fleet.workload(service)
                .flatMap(found -> found.scaledObject())
                .filter(now -> paused && now.paused())
                .map(_ -> new WayBack("Resume autoscaling", new PauseScaling(service, scaledObject, false)));
    }
}
