package io.pilothouse.api.json;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A persistent volume of a pod. */
public record VolumeJson(
        String name,
        String claim,
        String phase,
        Known<Long> sizeBytes,
        Known<Long> requestedBytes,
        @Nullable String storageClass,
        @Nullable String resizing,
        @Nullable String volume,
        List<String> zones) {

    private static VolumeJson of(Volume volume) {
        return new VolumeJson(
                volume.name(),
                volume.claim(),
                Words.of(volume.phase()),
                Known.of(volume.size().map(ByteSize::bytes), "Its claim is not bound, or claims may not be read."),
                Known.of(volume.requested().map(ByteSize::bytes), "Its claim does not say, or claims may not be read."),
                volume.storageClass().orElse(null),
                volume.resizing().orElse(null),
                volume.volume().orElse(null),
                volume.zones());
    }

    /** Where the person may list claims, which tell of volumes. */
    static Known<List<VolumeJson>> of(List<Volume> volumes, String namespace, VisibleFleet fleet) {
        return fleet.sight().sees(ReadableKind.CLAIMS, namespace)
                ? Known.of(volumes.stream().map(VolumeJson::of).toList())
                : Known.hidden(ReadableKind.CLAIMS.list(namespace));
    }
}
