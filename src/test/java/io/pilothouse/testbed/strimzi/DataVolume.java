package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.kafka.EphemeralStorage;
import io.strimzi.api.kafka.model.kafka.JbodStorage;
import io.strimzi.api.kafka.model.kafka.PersistentClaimStorage;
import io.strimzi.api.kafka.model.kafka.SingleVolumeStorage;
import io.strimzi.api.kafka.model.kafka.Storage;
import java.util.List;
import java.util.Optional;

/**
 * A volume of each node of a pool.
 *
 * @param name in the pod, and the first part of the claim's name: {@code data}, or {@code data-0} for a volume of a JBOD
 * @param claim absent for an ephemeral volume
 */
record DataVolume(String name, Optional<PersistentClaimStorage> claim) {

    private static final String MOUNT = "/var/lib/kafka/";

    static List<DataVolume> of(Storage storage) {
        return switch (storage) {
            case JbodStorage jbod ->
                jbod.getVolumes().stream()
                        .map(volume -> of("data-" + volume.getId(), volume))
                        .toList();
            case SingleVolumeStorage single -> List.of(of("data", single));
            default -> throw new IllegalArgumentException("Unknown storage " + storage.getType());
        };
    }

    private static DataVolume of(String name, SingleVolumeStorage storage) {
        return switch (storage) {
            case PersistentClaimStorage claim -> new DataVolume(name, Optional.of(claim));
            case EphemeralStorage _ -> new DataVolume(name, Optional.empty());
            default -> throw new IllegalArgumentException("Unknown storage " + storage.getType());
        };
    }

    String mountPath() {
        return MOUNT + name;
    }

    String claimName(String pod) {
        return name + "-" + pod;
    }

    /** Where the node keeps its logs on it. */
    String logDirectory(int node) {
        return mountPath() + "/kafka-log" + node;
    }
}
