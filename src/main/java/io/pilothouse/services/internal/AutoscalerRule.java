package io.pilothouse.services.internal;

import io.pilothouse.change.Check;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.Optional;

/**
 * Whether something else sets the replica count. A HorizontalPodAutoscaler sets it back within its sync period (15 s unless set), except to zero,
 * which switches it off (Kubernetes' documentation, "Horizontal Pod Autoscaling"); a ScaledObject does so through one.
 */
final class AutoscalerRule {

    private AutoscalerRule() {}

    static Check check(Workload service, int wanted) {
        Optional<ScaledObject> keda = service.scaledObject();
        if (keda.isPresent()) {
            return check(keda.orElseThrow()).at(ServicesNavigation.autoscaling(service.id()));
        }
        return service.autoscaling()
                .map(scaling -> check(scaling, wanted).at(ServicesNavigation.autoscaling(service.id())))
                .orElseGet(() -> Check.pass("No autoscaler owns the replica count", "no HPA, no ScaledObject"));
    }

    private static Check check(ScaledObject keda) {
        String evidence = "Pause ScaledObject " + keda.name() + ", " + keda.minimum() + " to " + keda.maximum();
        return keda.paused()
                ? Check.warn("KEDA is paused, and sets the replica count again once it goes on", evidence)
                : Check.block("KEDA owns the replica count and will set it back; pause it instead", evidence);
    }

    private static Check check(Autoscaling scaling, int wanted) {
        String evidence = "Edit range of HPA " + scaling.name() + ", " + scaling.minimum() + " to " + scaling.maximum();
        return wanted == 0
                ? Check.warn("Zero replicas switch the autoscaler off until somebody scales up again", evidence)
                : Check.block(
                        "The autoscaler owns the replica count and will set it back; change its range instead",
                        evidence);
    }
}
