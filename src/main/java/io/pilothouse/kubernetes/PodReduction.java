package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.spi.PodFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of a pod. */
final class PodReduction {

    private PodReduction() {}

    static ReducedPod reduce(Pod pod) {
        PodStatus status = pod.getStatus();
        Optional<PodCondition> ready = condition(status, "Ready");
        PodFacts facts = new PodFacts(
                pod.getMetadata().getNamespace().intern(),
                pod.getMetadata().getName(),
                pod.getMetadata().getUid(),
                Optional.empty(),
                Metadata.labels(pod),
                revision(pod),
                Optional.ofNullable(status.getPhase()).orElse("Pending").intern(),
                text(status.getReason()).intern(),
                Metadata.instant(pod.getMetadata().getDeletionTimestamp()),
                ready.filter(condition -> "True".equals(condition.getStatus())).isPresent(),
                ready.flatMap(condition -> Metadata.instant(condition.getLastTransitionTime())),
                unschedulable(status),
                containers(pod.getSpec().getContainers(), status.getContainerStatuses()),
                containers(list(pod.getSpec().getInitContainers()), status.getInitContainerStatuses()),
                PodRequests.of(pod.getSpec()),
                PodLimits.of(pod.getSpec()),
                Restarts.NONE,
                Optional.ofNullable(pod.getSpec().getNodeName()).map(String::intern),
                Optional.ofNullable(status.getPodIP()),
                Metadata.created(pod),
                StorageReductions.mounts(pod),
                StrimziReductions.restartAsked(pod));
        return new ReducedPod(facts, Metadata.controller(pod));
    }

    private static Optional<String> revision(Pod pod) {
        Map<String, String> labels =
                Optional.ofNullable(pod.getMetadata().getLabels()).orElse(Map.of());
        return Stream.of(RevisionReductions.REPLICA_SET_HASH, RevisionReductions.REVISION_HASH)
                .flatMap(label -> Stream.ofNullable(labels.get(label)))
                .map(String::intern)
                .findFirst();
    }

    private static Optional<String> unschedulable(PodStatus status) {
        return condition(status, "PodScheduled")
                .filter(condition -> "False".equals(condition.getStatus()))
                .map(condition -> text(condition.getMessage()));
    }

    private static Optional<PodCondition> condition(PodStatus status, String type) {
        return list(status.getConditions()).stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static List<Container> containers(
            List<io.fabric8.kubernetes.api.model.Container> wanted, @Nullable List<ContainerStatus> told) {
        var statuses = list(told).stream().collect(Collectors.toMap(ContainerStatus::getName, Function.identity()));
        return wanted.stream()
                .map(container -> container(
                        container.getName().intern(),
                        text(container.getImage()).intern(),
                        Optional.ofNullable(statuses.get(container.getName()))))
                .toList();
    }

    private static Container container(String name, String image, Optional<ContainerStatus> status) {
        return new Container(
                name,
                image,
                status.filter(known -> Boolean.TRUE.equals(known.getReady())).isPresent(),
                status.map(known -> Metadata.number(known.getRestartCount())).orElse(0),
                status.flatMap(PodReduction::waiting),
                status.flatMap(PodReduction::lastExit));
    }

    private static Optional<Container.Waiting> waiting(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .flatMap(state -> Optional.ofNullable(state.getWaiting()))
                .map(waiting -> new Container.Waiting(text(waiting.getReason()).intern(), text(waiting.getMessage())));
    }

    /** The present end counts, if it has ended, else the one before the present run. */
    private static Optional<Termination> lastExit(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .flatMap(state -> Optional.ofNullable(state.getTerminated()))
                .or(() -> Optional.ofNullable(status.getLastState())
                        .flatMap(state -> Optional.ofNullable(state.getTerminated())))
                .map(PodReduction::termination);
    }

    private static Termination termination(ContainerStateTerminated ended) {
        return new Termination(
                Metadata.number(ended.getExitCode()),
                text(ended.getReason()).intern(),
                text(ended.getMessage()),
                Metadata.instant(ended.getFinishedAt()).orElse(Instant.EPOCH));
    }
}
