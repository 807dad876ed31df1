package io.pilothouse.services;

import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Progress;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Workload;
import java.time.Duration;
import java.util.Optional;

/** How far a pod's going is, and the coming of the one in its place. */
final class PodReplacement {

    /** As long as Kubernetes gives a Deployment unless told otherwise ({@code progressDeadlineSeconds}). */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private PodReplacement() {}

    static Progress progress(PodRemoval removal, Aftermath aftermath) {
        return aftermath
                .fleet()
                .workload(removal.service())
                .map(service -> progress(removal, service, aftermath))
                .orElseGet(() -> new Progress.Failed("The service was deleted"));
    }

    private static Progress progress(PodRemoval removal, Workload service, Aftermath aftermath) {
        if (service.pods().stream().anyMatch(pod -> pod.uid().equals(removal.uid()))) {
            return new Progress.Underway("The pod is ending", 0, 2, Optional.empty(), false);
        }
        if (!PodRemoval.replaced(service.id().kind())) {
            return new Progress.Settled("The pod is gone");
        }
        ReplicaCounts replicas = service.replicas();
        int ready = (int) service.pods().stream().filter(Pod::ready).count();
        String figures = ready + " of " + replicas.desired() + " pods ready";
        if (ready >= replicas.desired() && replicas.ready() >= replicas.desired()) {
            return new Progress.Settled("The pod is gone; " + figures);
        }
        Optional<String> cause = RolloutProgress.cause(service);
        if (cause.isPresent()
                && aftermath.fleet().at().isAfter(aftermath.applied().plus(PATIENCE))) {
            return new Progress.Failed("The pod is gone, but " + figures + " after " + PATIENCE.toMinutes() + " min: "
                    + cause.orElseThrow());
        }
        return new Progress.Underway(
                "The pod is gone; " + figures, 1, 2, cause, RolloutProgress.stuck(service) && cause.isPresent());
    }
}
