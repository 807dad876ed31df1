package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** What a pod needs before its containers: address, folder, volumes. Belongs to the pod's thread. */
final class PodGround {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final KubeletParts parts;
    private final PodVolumes volumes;
    private final Path directory;
    private final Path logs;
    private Optional<InetAddress> ownAddress = Optional.empty();
    private Optional<PodPlace> place = Optional.empty();
    private Instant due = Instant.MAX;

    PodGround(Pod pod, KubeletParts parts) {
        var metadata = pod.getMetadata();
        this.parts = parts;
        this.volumes = new PodVolumes(parts.api(), parts::usesServiceAccount);
        this.directory = parts.directory().resolve("pods").resolve(metadata.getUid());
        this.logs = parts.directory()
                .resolve("logs")
                .resolve(metadata.getNamespace() + "_" + metadata.getName() + "_" + metadata.getUid());
    }

    ContainerLogs logsOf(Container container) {
        return new ContainerLogs(logs.resolve(container.getName()));
    }

    /** The pod's place, made if it is not there yet; empty if it has to be tried again when due. */
    Optional<PodPlace> prepare(Pod pod, Instant now) {
        if (place.isPresent() || (due.isAfter(now) && due.isBefore(Instant.MAX))) {
            return place;
        }
        try {
            var folders = volumes.mount(pod, directory.resolve("volumes"));
            place = Optional.of(new PodPlace(address(pod), directory, folders));
            due = Instant.MAX;
        } catch (MountException e) {
            parts.events().warning(pod, "FailedMount", String.valueOf(e.getMessage()));
            due = now.plus(RETRY);
        } catch (KubernetesClientException unreachable) {
            due = now.plus(RETRY);
        }
        return place;
    }

    Optional<PodPlace> place() {
        return place;
    }

    Instant due() {
        return due;
    }

    /** Gives back the address and removes the files, but no persistent volume. */
    void clear() {
        ownAddress.ifPresent(parts.network()::release);
        try {
            FileSystemUtils.deleteRecursively(directory);
            FileSystemUtils.deleteRecursively(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the pod's process already runs, else an address of its own. An adopted process needs no pull either. */
    private InetAddress address(Pod pod) {
        PodReference reference = PodReference.of(pod);
        for (Container container : pod.getSpec().getContainers()) {
            Optional<InetAddress> adopted = parts.runtimeOf(container.getImage())
                    .flatMap(runtime -> runtime.address(reference, container.getImage()));
            if (adopted.isPresent()) {
                parts.images().add(pod.getSpec().getNodeName(), container.getImage());
                return adopted.get();
            }
        }
        InetAddress address = parts.network().next();
        ownAddress = Optional.of(address);
        return address;
    }
}
