package io.pilothouse.testbed.kubelet;

import java.net.InetAddress;
import java.util.Optional;

/** Runs the containers of the images it knows. All methods may be called from many threads at once. */
public interface ContainerRuntime {

    /** Whether this runtime has the image; an image that no runtime has ends in {@code ErrImagePull}. */
    boolean runs(String image);

    /** Whether containers of the image call the API server, and so want the account of their pod mounted. */
    default boolean usesServiceAccount(String image) {
        return false;
    }

    /**
     * The address the pod must get because its process is already running there, or is always to run there.
     * Such an address stays the runtime's own; empty leaves the choice to the pod network.
     */
    Optional<InetAddress> address(PodReference pod, String image);

    /**
     * Starts the container, or hands over the process that already runs for this pod, and returns at once.
     *
     * @throws ContainerStartException if the container cannot be created; the kubelet tries again after its back-off
     */
    RunningContainer start(ContainerRequest request) throws ContainerStartException;
}
