package io.pilothouse.kubernetes;

import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.spi.PodFacts;
import java.util.Optional;

/**
 * A pod as it is kept: its facts, but for what other objects and the clock add.
 *
 * @param facts without owner and restarts
 * @param controller the uid of its controller, for a Deployment's pod the ReplicaSet's
 */
record ReducedPod(PodFacts facts, Optional<String> controller) {

    /** The facts with what was missing. */
    PodFacts complete(Optional<String> owner, Restarts restarts) {
        return new PodFacts(
                facts.namespace(),
                facts.name(),
                facts.uid(),
                owner,
                facts.labels(),
                facts.revision(),
                facts.phase(),
                facts.reason(),
                facts.deleting(),
                facts.ready(),
                facts.readyChanged(),
                facts.unschedulable(),
                facts.containers(),
                facts.initContainers(),
                facts.requests(),
                facts.limits(),
                restarts,
                facts.node(),
                facts.address(),
                facts.created(),
                facts.mounts(),
                facts.restartAsked());
    }
}
