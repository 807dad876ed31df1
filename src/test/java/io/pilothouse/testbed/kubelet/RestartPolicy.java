package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Pod;

/** A pod's {@code restartPolicy}. */
enum RestartPolicy {
    ALWAYS,
    ON_FAILURE,
    NEVER;

    static RestartPolicy of(Pod pod) {
        return switch (pod.getSpec().getRestartPolicy()) {
            case "OnFailure" -> ON_FAILURE;
            case "Never" -> NEVER;
            default -> ALWAYS;
        };
    }

    boolean restarts(ContainerExit exit) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_FAILURE -> exit.code() != 0;
            case NEVER -> false;
        };
    }
}
