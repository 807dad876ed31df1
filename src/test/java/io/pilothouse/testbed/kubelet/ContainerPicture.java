package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import java.util.Optional;

/** A container as its pod's thread last left it, for all other threads to read. */
record ContainerPicture(
        Container container,
        ContainerState state,
        Optional<ContainerState.Ended> last,
        int restarts,
        ContainerLogs logs) {

    String name() {
        return container.getName();
    }

    boolean ready() {
        return state instanceof ContainerState.Running running && running.ready();
    }

    /** The ended run that is the container's last one, whether or not another has begun since. */
    Optional<ContainerState.Ended> ended() {
        return state instanceof ContainerState.Ended now ? Optional.of(now) : last;
    }
}
