package io.pilothouse.testbed.kubelet;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a runtime needs to start one container.
 *
 * @param container name of the container in its pod
 * @param command the image's entry point overridden, empty if the pod does not
 * @param environment with references to config maps, secrets and fields of the pod already resolved
 * @param address the pod's address: what the container listens on and connects from
 * @param directory an empty folder at the pod's first start, kept over restarts of the container, gone with the pod
 * @param mounts folder on this machine by mount path: config maps, secrets, empty folders, persistent volumes
 * @param zone the node's zone, empty if it has none
 * @param readiness what its readiness probe asks by HTTP; empty without such a probe
 * @param log takes the container's output
 */
public record ContainerRequest(
        PodReference pod,
        String container,
        String image,
        List<String> command,
        List<String> arguments,
        Map<String, String> environment,
        InetAddress address,
        Path directory,
        Map<String, Path> mounts,
        String node,
        String zone,
        Optional<URI> readiness,
        LogSink log) {

    public ContainerRequest {
        command = List.copyOf(command);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        mounts = Map.copyOf(mounts);
    }
}
