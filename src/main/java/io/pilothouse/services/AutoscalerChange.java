package io.pilothouse.services;

import io.pilothouse.change.Change;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.fleet.WorkloadId;

/** A change of the HorizontalPodAutoscaler that scales a service. */
public sealed interface AutoscalerChange extends Change permits EditAutoscaling, RemoveAutoscaling {

    /** Which service it scales. */
    WorkloadId service();

    /** The autoscaler's name. */
    String autoscaler();

    @Override
    default Target target() {
        return new Target(
                "autoscaling",
                "v2",
                "HorizontalPodAutoscaler",
                "horizontalpodautoscalers",
                service().namespace(),
                autoscaler());
    }

    /** The autoscaler as it is now. */
    default LiveObject object(Material material) throws Unfit {
        LiveObject object = material.object()
                .orElseThrow(() -> new Unfit("HorizontalPodAutoscaler " + autoscaler() + " is not there any more"));
        boolean its = object.text("spec", "scaleTargetRef", "name")
                        .filter(service().name()::equals)
                        .isPresent()
                && object.text("spec", "scaleTargetRef", "kind")
                        .filter(service().kind().kind()::equals)
                        .isPresent();
        if (!its) {
            throw new Unfit("HorizontalPodAutoscaler " + autoscaler() + " scales something else");
        }
        return object;
    }
}
