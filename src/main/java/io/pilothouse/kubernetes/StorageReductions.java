package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeNodeAffinity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts.VolumeFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of claims, volumes and their classes. */
final class StorageReductions {

    /** Each driver may have its own label for zones; all end like this. */
    private static final String ZONE = "/zone";

    private static final String HOST_NAME = "kubernetes.io/hostname";

    /** Conditions of a claim that grows, or would (Kubernetes' documentation, "Persistent Volumes"). */
    private static final Set<String> GROWTH = Set.of(
            "Resizing", "FileSystemResizePending", "ControllerResizeError", "NodeResizeError", "ModifyVolumeError");

    private StorageReductions() {}

    /** A StorageClass and whether its volumes may grow. */
    record ReducedClass(String name, boolean expandable) {}

    static ReducedClass storageClass(StorageClass object) {
        return new ReducedClass(
                object.getMetadata().getName().intern(), Boolean.TRUE.equals(object.getAllowVolumeExpansion()));
    }

    static VolumeFacts volume(PersistentVolume object) {
        Optional<NodeSelector> affinity =
                Optional.ofNullable(object.getSpec().getNodeAffinity()).map(VolumeNodeAffinity::getRequired);
        return new VolumeFacts(
                object.getMetadata().getName(),
                places(affinity, key -> key.endsWith(ZONE)),
                places(affinity, HOST_NAME::equals),
                "Retain".equals(object.getSpec().getPersistentVolumeReclaimPolicy()));
    }

    static ClaimFacts claim(PersistentVolumeClaim object) {
        Optional<PersistentVolumeClaimStatus> status = Optional.ofNullable(object.getStatus());
        return new ClaimFacts(
                object.getMetadata().getName(),
                status.map(known -> phase(text(known.getPhase()))).orElse(Volume.Phase.PENDING),
                status.flatMap(known -> storage(known.getCapacity())),
                Optional.ofNullable(object.getSpec().getResources())
                        .map(VolumeResourceRequirements::getRequests)
                        .flatMap(StorageReductions::storage),
                Optional.ofNullable(object.getSpec().getStorageClassName())
                        .filter(name -> !name.isEmpty())
                        .map(String::intern),
                status.flatMap(StorageReductions::resizing),
                Optional.ofNullable(object.getSpec().getVolumeName()).filter(name -> !name.isEmpty()));
    }

    /** The claims that a pod mounts; those of generic ephemeral volumes bear the names of both (KEP-1698). */
    static List<PodFacts.Mount> mounts(Pod pod) {
        return list(pod.getSpec().getVolumes()).stream()
                .flatMap(volume -> {
                    if (volume.getPersistentVolumeClaim() != null) {
                        return Stream.of(new PodFacts.Mount(
                                volume.getName().intern(),
                                volume.getPersistentVolumeClaim().getClaimName()));
                    }
                    return volume.getEphemeral() == null
                            ? Stream.empty()
                            : Stream.of(new PodFacts.Mount(
                                    volume.getName().intern(), pod.getMetadata().getName() + "-" + volume.getName()));
                })
                .toList();
    }

    private static Volume.Phase phase(String phase) {
        return switch (phase) {
            case "Bound" -> Volume.Phase.BOUND;
            case "Lost" -> Volume.Phase.LOST;
            default -> Volume.Phase.PENDING;
        };
    }

    private static Optional<ByteSize> storage(@Nullable Map<String, Quantity> amounts) {
        return amounts == null || !amounts.containsKey("storage")
                ? Optional.empty()
                : Optional.of(new ByteSize(Quantities.amount(amounts, "storage").longValue()));
    }

    private static Optional<String> resizing(PersistentVolumeClaimStatus status) {
        return list(status.getConditions()).stream()
                .filter(condition -> GROWTH.contains(condition.getType()) && "True".equals(condition.getStatus()))
                .map(condition -> Stream.of(text(condition.getMessage()), text(condition.getReason()))
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(condition.getType()))
                .findFirst();
    }

    private static List<String> places(Optional<NodeSelector> affinity, Predicate<String> label) {
        return affinity.stream()
                .flatMap(selector -> list(selector.getNodeSelectorTerms()).stream())
                .flatMap(term -> list(term.getMatchExpressions()).stream())
                .filter(requirement -> "In".equals(requirement.getOperator()) && label.test(requirement.getKey()))
                .map(NodeSelectorRequirement::getValues)
                .flatMap(values -> list(values).stream())
                .map(String::intern)
                .distinct()
                .sorted()
                .toList();
    }
}
