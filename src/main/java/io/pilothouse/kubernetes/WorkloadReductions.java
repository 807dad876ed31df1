package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.number;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of the objects that keep pods running. */
final class WorkloadReductions {

    private static final int DEFAULT_REPLICAS = 1;

    private WorkloadReductions() {}

    static WorkloadFacts deployment(Deployment deployment) {
        Optional<DeploymentStatus> status = Optional.ofNullable(deployment.getStatus());
        ReplicaCounts replicas = new ReplicaCounts(
                Optional.ofNullable(deployment.getSpec().getReplicas()).orElse(DEFAULT_REPLICAS),
                number(status.map(DeploymentStatus::getReadyReplicas).orElse(null)),
                number(status.map(DeploymentStatus::getUpdatedReplicas).orElse(null)),
                observed(
                        deployment,
                        status.map(DeploymentStatus::getObservedGeneration).orElse(null)));
        return facts(
                deployment,
                WorkloadKind.DEPLOYMENT,
                replicas,
                images(deployment.getSpec().getTemplate()),
                podLabels(deployment.getSpec().getTemplate()),
                Boolean.TRUE.equals(deployment.getSpec().getPaused()),
                condition(status, "Progressing", "False"),
                condition(status, "ReplicaFailure", "True"));
    }

    static WorkloadFacts statefulSet(StatefulSet set) {
        var status = Optional.ofNullable(set.getStatus());
        ReplicaCounts replicas = new ReplicaCounts(
                Optional.ofNullable(set.getSpec().getReplicas()).orElse(DEFAULT_REPLICAS),
                number(status.map(known -> known.getReadyReplicas()).orElse(null)),
                number(status.map(known -> known.getUpdatedReplicas()).orElse(null)),
                observed(set, status.map(known -> known.getObservedGeneration()).orElse(null)));
        return facts(
                set,
                WorkloadKind.STATEFUL_SET,
                replicas,
                images(set.getSpec().getTemplate()),
                podLabels(set.getSpec().getTemplate()));
    }

    static WorkloadFacts daemonSet(DaemonSet set) {
        var status = Optional.ofNullable(set.getStatus());
        ReplicaCounts replicas = new ReplicaCounts(
                number(status.map(known -> known.getDesiredNumberScheduled()).orElse(null)),
                number(status.map(known -> known.getNumberReady()).orElse(null)),
                number(status.map(known -> known.getUpdatedNumberScheduled()).orElse(null)),
                observed(set, status.map(known -> known.getObservedGeneration()).orElse(null)));
        return facts(
                set,
                WorkloadKind.DAEMON_SET,
                replicas,
                images(set.getSpec().getTemplate()),
                podLabels(set.getSpec().getTemplate()));
    }

    /** Strimzi's set holds whole pods; {@code currentPods} counts those of the newest revision. */
    static WorkloadFacts podSet(StrimziPodSet set) {
        var status = Optional.ofNullable(set.getStatus());
        List<Map<String, Object>> pods = list(set.getSpec().getPods());
        ReplicaCounts replicas = new ReplicaCounts(
                pods.size(),
                status.map(known -> known.getReadyPods()).orElse(0),
                status.map(known -> known.getCurrentPods()).orElse(0),
                observed(set, status.map(known -> known.getObservedGeneration()).orElse(null)));
        return facts(set, WorkloadKind.STRIMZI_POD_SET, replicas, podSetImages(pods), podSetLabels(pods));
    }

    private static WorkloadFacts facts(
            HasMetadata object,
            WorkloadKind kind,
            ReplicaCounts replicas,
            List<String> images,
            Map<String, String> podLabels) {
        return facts(object, kind, replicas, images, podLabels, false, Optional.empty(), Optional.empty());
    }

    private static WorkloadFacts facts(
            HasMetadata object,
            WorkloadKind kind,
            ReplicaCounts replicas,
            List<String> images,
            Map<String, String> podLabels,
            boolean paused,
            Optional<String> stalled,
            Optional<String> replicaFailure) {
        return new WorkloadFacts(
                new WorkloadId(
                        object.getMetadata().getNamespace().intern(),
                        kind,
                        object.getMetadata().getName()),
                object.getMetadata().getUid(),
                replicas,
                images,
                Metadata.labels(object),
                podLabels,
                Metadata.created(object),
                paused,
                stalled,
                replicaFailure,
                Optional.empty(),
                Optional.empty(),
                Metadata.generation(object),
                FieldWriterReduction.of(object),
                StrimziReductions.restartAsked(object));
    }

    /** A Job or CronJob. */
    static WorkloadFacts batch(HasMetadata object, WorkloadKind kind, PodTemplateSpec template, Batch batch) {
        return facts(object, kind, BatchReductions.replicas(batch), images(template), podLabels(template))
                .doing(batch, BatchReductions.replicas(batch));
    }

    private static boolean observed(HasMetadata object, @Nullable Long generation) {
        return generation != null && generation >= Metadata.generation(object);
    }

    private static Optional<String> condition(Optional<DeploymentStatus> status, String type, String value) {
        return status.stream()
                .flatMap(known -> list(known.getConditions()).stream())
                .filter(condition -> type.equals(condition.getType()) && value.equals(condition.getStatus()))
                .map(DeploymentCondition::getMessage)
                .findFirst();
    }

    private static List<String> images(PodTemplateSpec template) {
        return template.getSpec().getContainers().stream()
                .map(container -> Metadata.text(container.getImage()).intern())
                .distinct()
                .toList();
    }

    private static Map<String, String> podLabels(PodTemplateSpec template) {
        return Optional.ofNullable(template.getMetadata())
                .map(ObjectMeta::getLabels)
                .map(WorkloadReductions::interned)
                .orElse(Map.of());
    }

    /** Those of its first pod: its pods differ in labels that nobody selects by. */
    private static Map<String, String> podSetLabels(List<Map<String, Object>> pods) {
        return pods.stream()
                .findFirst()
                .map(pod -> pod.get("metadata"))
                .flatMap(metadata ->
                        metadata instanceof Map<?, ?> map ? Optional.ofNullable(map.get("labels")) : Optional.empty())
                .map(labels -> labels instanceof Map<?, ?> map ? interned(map) : Map.<String, String>of())
                .orElse(Map.of());
    }

    private static Map<String, String> interned(Map<?, ?> labels) {
        return labels.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        label -> String.valueOf(label.getKey()).intern(),
                        label -> String.valueOf(label.getValue()).intern()));
    }

    private static List<String> podSetImages(List<Map<String, Object>> pods) {
        return pods.stream()
                .flatMap(pod -> children(pod.get("spec"), "containers").stream())
                .flatMap(container -> container instanceof Map<?, ?> map && map.get("image") instanceof String image
                        ? Stream.of(image.intern())
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private static List<?> children(@Nullable Object parent, String name) {
        return parent instanceof Map<?, ?> map && map.get(name) instanceof List<?> children ? children : List.of();
    }
}
