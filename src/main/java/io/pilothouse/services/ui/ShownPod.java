package io.pilothouse.services.ui;

import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.Volume;
import java.util.List;
import java.util.Optional;

/**
 * A pod in the list of a service's pods.
 *
 * @param seesNodes whether the person may see nodes, and so in which zone it runs
 * @param volumes its persistent volumes; empty where the person may not see claims
 * @param usage what it uses now, where that is known
 * @param revision the number of the service's revision that it runs, where the person may know
 */
record ShownPod(
        Pod pod, boolean seesNodes, Optional<List<Volume>> volumes, Optional<Usage> usage, Optional<Long> revision) {

    /** In which zone it runs, as far as the person may know. */
    Optional<String> zone() {
        return seesNodes ? pod.zone() : Optional.empty();
    }

    /** How much of its CPU limit it uses, 0 to 1 or a little more; empty where one of them is not known. */
    Optional<Double> cpuShare() {
        return usage.flatMap(used -> pod.limits().cores().map(limit -> used.cores() / limit));
    }

    /** How much of its memory limit it uses, 0 to 1; empty where one of them is not known. */
    Optional<Double> memoryShare() {
        return usage.flatMap(used -> pod.limits().memory().map(limit -> used.memory() / limit));
    }
}
