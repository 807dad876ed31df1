package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.pilothouse.testbed.kubelet.ContainerState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings one container's image to its node: takes as long as the settings say, and fails if no runtime has the image.
 * Events and messages are worded as by kubelet 1.36 with containerd. Belongs to the pod's thread.
 */
final class ImagePull {

    private final KubeletParts parts;
    private final Container container;
    private final BackOff backOff;
    private Optional<Instant> pullingSince = Optional.empty();
    private Optional<Instant> failedAt = Optional.empty();
    private Waiting shown = Waiting.CREATING;
    private Instant due = Instant.MIN;

    ImagePull(KubeletParts parts, Container container) {
        this.parts = parts;
        this.container = container;
        this.backOff = new BackOff(parts.settings());
    }

    /** What the container waits for; empty once the image is there. */
    Optional<Waiting> advance(Pod pod, Instant now) {
        if (parts.images().has(pod.getSpec().getNodeName(), container.getImage())) {
            normal(
                    pod,
                    "Pulled",
                    "Container image \"%s\" already present on machine and can be accessed by the pod"
                            .formatted(container.getImage()));
            return Optional.empty();
        }
        if (now.isBefore(due)) {
            return Optional.of(shown);
        }
        if (pullingSince.isPresent()) {
            return finish(pod, pullingSince.get(), now);
        }
        if (failedAt.isPresent() && now.isBefore(failedAt.get().plus(backOff.current()))) {
            return Optional.of(backOff(pod, failedAt.get()));
        }
        normal(pod, "Pulling", "Pulling image \"" + container.getImage() + "\"");
        pullingSince = Optional.of(now);
        due = now.plus(parts.settings().imagePull());
        return Optional.of(shown);
    }

    /** When to look again, if the image is not there. */
    Instant due() {
        return due;
    }

    private Optional<Waiting> finish(Pod pod, Instant since, Instant now) {
        pullingSince = Optional.empty();
        if (parts.runtimeOf(container.getImage()).isEmpty()) {
            return Optional.of(fail(pod, now));
        }
        parts.images().add(pod.getSpec().getNodeName(), container.getImage());
        long millis = Duration.between(since, now).toMillis();
        normal(
                pod,
                "Pulled",
                "Successfully pulled image \"%s\" in %dms (%dms including waiting). Image size: %d bytes."
                        .formatted(container.getImage(), millis, millis, size()));
        return Optional.empty();
    }

    private Waiting fail(Pod pod, Instant now) {
        String image = container.getImage();
        String cause = ("rpc error: code = NotFound desc = failed to pull and unpack image \"%s\": "
                        + "failed to resolve reference \"%s\": %s: not found")
                .formatted(image, image, image);
        warning(pod, "Failed to pull image \"" + image + "\": " + cause);
        warning(pod, "Error: ErrImagePull");
        backOff.raise(now, now);
        failedAt = Optional.of(now);
        due = now.plus(backOff.current().dividedBy(2));
        shown = new Waiting("ErrImagePull", cause);
        return shown;
    }

    private Waiting backOff(Pod pod, Instant failed) {
        String message = "Back-off pulling image \"" + container.getImage() + "\"";
        normal(pod, "BackOff", message);
        warning(pod, "Error: ImagePullBackOff");
        due = failed.plus(backOff.current());
        if (shown.reason().equals("ErrImagePull")) {
            shown = new Waiting("ImagePullBackOff", message + ": ErrImagePull: " + shown.message());
        }
        return shown;
    }

    /** Always the same for an image, between 60 and 260 MB. */
    private long size() {
        return 60_000_000L + Math.floorMod(container.getImage().hashCode(), 200_000_000);
    }

    private void normal(Pod pod, String reason, String message) {
        parts.events().normal(pod, container.getName(), reason, message);
    }

    private void warning(Pod pod, String message) {
        parts.events().warning(pod, container.getName(), "Failed", message);
    }
}
