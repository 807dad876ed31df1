package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.pilothouse.testbed.kubelet.ContainerState.Ended;
import io.pilothouse.testbed.kubelet.ContainerState.Running;
import io.pilothouse.testbed.kubelet.ContainerState.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a pod's state in Kubernetes' words, by the rules of the real kubelet (its {@code getPhase}). */
final class PodStatuses {

    private PodStatuses() {}

    /** @param before what the pod's status is now; transition times of conditions that stay are taken from it */
    static PodStatus of(PodPicture picture, @Nullable PodStatus before, Instant now) {
        String phase = phase(picture);
        List<ContainerStatus> statuses =
                picture.containers().stream().map(ContainerStatuses::of).toList();
        var builder = new PodStatusBuilder()
                .withObservedGeneration(picture.pod().getMetadata().getGeneration())
                .withPhase(phase)
                .withConditions(new PodConditions(picture, phase, before, now).all())
                .withContainerStatuses(statuses)
                .withHostIP(LocalKubelet.HOST_ADDRESS)
                .addNewHostIP(LocalKubelet.HOST_ADDRESS)
                .withStartTime(ContainerStatuses.time(picture.startedAt()));
        picture.address()
                .ifPresent(address ->
                        builder.withPodIP(address.getHostAddress()).withPodIPs(new PodIP(address.getHostAddress())));
        return builder.build();
    }

    /** Whether the two differ in what others act on: the phase, or the status of a condition. */
    static boolean contradict(PodStatus there, PodStatus here) {
        return !Objects.equals(there.getPhase(), here.getPhase())
                || here.getConditions().stream()
                        .anyMatch(condition -> there.getConditions().stream()
                                .anyMatch(other -> Objects.equals(other.getType(), condition.getType())
                                        && !Objects.equals(other.getStatus(), condition.getStatus())));
    }

    private static String phase(PodPicture picture) {
        if (picture.containers().stream().anyMatch(PodStatuses::neverRan)) {
            return "Pending";
        }
        RestartPolicy policy = RestartPolicy.of(picture.pod());
        List<Optional<Ended>> ends =
                picture.containers().stream().map(PodStatuses::finalEnd).toList();
        boolean over = ends.stream()
                .allMatch(end -> end.isPresent()
                        && (picture.ending() || !policy.restarts(end.get().exit())));
        if (!over) {
            return "Running";
        }
        boolean succeeded = ends.stream()
                .flatMap(Optional::stream)
                .allMatch(end -> end.exit().code() == 0);
        return succeeded ? "Succeeded" : "Failed";
    }

    private static boolean neverRan(ContainerPicture container) {
        return container.state() instanceof Waiting && container.last().isEmpty();
    }

    /** The end of a container that does not run now; one in back-off counts as ended. */
    private static Optional<Ended> finalEnd(ContainerPicture container) {
        return container.state() instanceof Running ? Optional.empty() : container.ended();
    }
}
