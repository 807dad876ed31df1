package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.pilothouse.testbed.kubelet.ContainerState.Ended;
import io.pilothouse.testbed.kubelet.ContainerState.Running;
import io.pilothouse.testbed.kubelet.ContainerState.Waiting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** Tells a container's state in Kubernetes' words. */
final class ContainerStatuses {

    private ContainerStatuses() {}

    static ContainerStatus of(ContainerPicture picture) {
        ContainerState state = picture.state();
        boolean there = !(state instanceof Waiting) || picture.last().isPresent();
        var builder = new ContainerStatusBuilder()
                .withName(picture.name())
                .withImage(picture.container().getImage())
                .withImageID(there ? imageId(picture.container().getImage()) : "")
                .withReady(picture.ready())
                .withStarted(state instanceof Running)
                .withRestartCount(picture.restarts())
                .withState(tell(state))
                .withLastState(picture.last()
                        .map(ContainerStatuses::tell)
                        .orElseGet(() -> new ContainerStateBuilder().build()));
        id(picture).ifPresent(builder::withContainerID);
        if (state instanceof Running) {
            builder.withResources(picture.container().getResources());
        }
        return builder.build();
    }

    private static Optional<String> id(ContainerPicture picture) {
        return switch (picture.state()) {
            case Running running -> Optional.of(running.id());
            case Ended ended -> Optional.of(ended.id());
            case Waiting waiting -> picture.last().map(Ended::id);
        };
    }

    private static io.fabric8.kubernetes.api.model.ContainerState tell(ContainerState state) {
        var builder = new ContainerStateBuilder();
        switch (state) {
            case Waiting waiting ->
                builder.withNewWaiting(waiting.message().isEmpty() ? null : waiting.message(), waiting.reason());
            case Running running -> builder.withNewRunning(time(running.startedAt()));
            case Ended ended ->
                builder.withNewTerminated()
                        .withContainerID(ended.id())
                        .withExitCode(ended.exit().code())
                        .withReason(ended.reason())
                        .withMessage(ended.exit().terminationMessage().orElse(null))
                        .withStartedAt(time(ended.startedAt()))
                        .withFinishedAt(time(ended.endedAt()))
                        .endTerminated();
        }
        return builder.build();
    }

    /** Kubernetes' times have whole seconds. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A digest that is always the same for an image, in the form of a pulled image's id. */
    private static String imageId(String image) {
        int tag = image.lastIndexOf(':');
        String repository = tag > image.lastIndexOf('/') ? image.substring(0, tag) : image;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(image.getBytes(StandardCharsets.UTF_8));
            return repository + "@sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
