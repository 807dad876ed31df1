package io.pilothouse.fleet;

import java.util.Optional;

/**
 * A container of a pod.
 *
 * @param image the image it runs, as the pod names it
 * @param ready whether it passes its readiness probe
 * @param restarts how often it was restarted
 * @param waiting why it does not run, when it waits (Kubernetes' reason: ContainerCreating, CrashLoopBackOff …)
 * @param lastExit how it ended last, if it ever did
 */
public record Container(
        String name,
        String image,
        boolean ready,
        int restarts,
        Optional<Waiting> waiting,
        Optional<Termination> lastExit) {

    /** Why a container waits: Kubernetes' one-word reason, and its message, which may be empty. */
    public record Waiting(String reason, String message) {}
}
