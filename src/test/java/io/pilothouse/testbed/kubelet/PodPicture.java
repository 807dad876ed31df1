package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Pod;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pod as its thread last left it, for all other threads to read.
 *
 * @param address absent until the pod has a place
 * @param ending whether the pod is being deleted
 */
record PodPicture(
        Pod pod, Instant startedAt, Optional<InetAddress> address, List<ContainerPicture> containers, boolean ending) {

    PodPicture {
        containers = List.copyOf(containers);
    }

    boolean is(String namespace, String name) {
        return pod.getMetadata().getNamespace().equals(namespace)
                && pod.getMetadata().getName().equals(name);
    }
}
