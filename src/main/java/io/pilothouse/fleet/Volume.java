package io.pilothouse.fleet;

import io.pilothouse.base.ByteSize;
import java.util.List;
import java.util.Optional;

/**
 * A persistent volume of a pod, as its PersistentVolumeClaim, the PersistentVolume behind that and its StorageClass tell. What else a pod mounts
 * (Secrets, ConfigMaps, scratch space) is none.
 *
 * @param name the pod's own name of it
 * @param claim name of the PersistentVolumeClaim, in the pod's namespace
 * @param phase how far the claim is
 * @param size bytes that it has; empty until the claim is bound
 * @param requested bytes that the claim asks for: more than its size while it grows
 * @param storageClass name of the StorageClass, if it has one
 * @param expandable whether its class lets it grow ({@code allowVolumeExpansion}); empty where the class is not known
 * @param resizing what its growth waits for, in Kubernetes' words; empty when it does not grow
 * @param volume name of the PersistentVolume, once bound
 * @param zones zones that it can be reached from; empty when it is bound to none, or that is not known
 * @param nodes nodes that it can be reached from, for a local volume; empty when it is bound to none, or that is not known
 * @param kept whether its data stays when the claim is deleted (reclaim policy {@code Retain}); empty when not known
 */
public record Volume(
        String name,
        String claim,
        Phase phase,
        Optional<ByteSize> size,
        Optional<ByteSize> requested,
        Optional<String> storageClass,
        Optional<Boolean> expandable,
        Optional<String> resizing,
        Optional<String> volume,
        List<String> zones,
        List<String> nodes,
        Optional<Boolean> kept) {

    public Volume {
        zones = List.copyOf(zones);
        nodes = List.copyOf(nodes);
    }

    /** How far a claim is. */
    public enum Phase {
        /** It waits for a volume. */
        PENDING,
        BOUND,
        /** The volume that it was bound to is gone, and its data with it. */
        LOST,
        /** There is no claim of this name, or claims may not be read. */
        UNKNOWN
    }
}
