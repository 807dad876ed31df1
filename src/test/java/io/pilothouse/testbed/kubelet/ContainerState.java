package io.pilothouse.testbed.kubelet;

import java.time.Instant;

/** What a container is doing, in Kubernetes' three words. */
sealed interface ContainerState {

    /** Not there yet, or not there again: {@code reason} as in {@code kubectl get pods}, {@code message} possibly empty. */
    record Waiting(String reason, String message) implements ContainerState {

        static final Waiting CREATING = new Waiting("ContainerCreating", "");
    }

    /** Running under the given container id. */
    record Running(String id, RunningContainer process, Instant startedAt, boolean ready) implements ContainerState {

        Running withReady(boolean now) {
            return new Running(id, process, startedAt, now);
        }
    }

    /** Ended; stays the container's last state when it is started again. */
    record Ended(String id, ContainerExit exit, Instant startedAt, Instant endedAt) implements ContainerState {

        /** {@code Completed}, {@code Error} or {@code OOMKilled}. */
        String reason() {
            if (exit.outOfMemory()) {
                return "OOMKilled";
            }
            return exit.code() == 0 ? "Completed" : "Error";
        }
    }
}
