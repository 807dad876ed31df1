package io.pilothouse.services.ui;

import io.pilothouse.fleet.Pod;
import java.util.Optional;

/**
 * A pod in the list of a service's pods.
 *
 * @param seesNodes whether the person may see nodes, and so in which zone it runs
 */
record ShownPod(Pod pod, boolean seesNodes) {

    /** In which zone it runs, as far as the person may know. */
    Optional<String> zone() {
        return seesNodes ? pod.zone() : Optional.empty();
    }
}
