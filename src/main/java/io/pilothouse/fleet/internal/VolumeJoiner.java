package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.StorageFacts.VolumeFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins what pods mount with their claims, the volumes behind those, and their classes. */
final class VolumeJoiner {

    private final StorageFacts storage;

    VolumeJoiner(StorageFacts storage) {
        this.storage = storage;
    }

    /** @param claims those of the pod's namespace, by name */
    List<Volume> join(PodFacts pod, Map<String, ClaimFacts> claims) {
        return pod.mounts().stream()
                .map(mount -> Optional.ofNullable(claims.get(mount.claim()))
                        .map(claim -> known(mount.volume(), claim))
                        .orElseGet(() -> unknown(mount)))
                .toList();
    }

    private Volume known(String name, ClaimFacts claim) {
        Optional<VolumeFacts> volume = claim.volume()
                .flatMap(bound -> Optional.ofNullable(storage.volumes().get(bound)));
        return new Volume(
                name,
                claim.name(),
                claim.phase(),
                claim.size(),
                claim.requested(),
                claim.storageClass(),
                claim.storageClass()
                        .flatMap(known ->
                                Optional.ofNullable(storage.expandable().get(known))),
                claim.resizing(),
                claim.volume(),
                volume.map(VolumeFacts::zones).orElse(List.of()),
                volume.map(VolumeFacts::nodes).orElse(List.of()),
                volume.map(VolumeFacts::kept));
    }

    private static Volume unknown(PodFacts.Mount mount) {
        return new Volume(
                mount.volume(),
                mount.claim(),
                Volume.Phase.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
