package io.pilothouse.kubernetes;

import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.StorageFacts.VolumeFacts;
import io.pilothouse.kubernetes.StorageReductions.ReducedClass;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the facts of volumes and their classes together; the same instance as long as none of them changes. */
final class StorageAssembly {

    private final WatchedKinds kinds;
    private StorageFacts assembled = StorageFacts.NONE;
    private long seen;

    StorageAssembly(WatchedKinds kinds) {
        this.kinds = kinds;
    }

    synchronized StorageFacts current() {
        long changes = kinds.storageClasses.changes() + kinds.volumes.changes();
        if (changes != seen) {
            seen = changes;
            assembled = new StorageFacts(
                    kinds.storageClasses.facts("").stream()
                            .collect(Collectors.toUnmodifiableMap(ReducedClass::name, ReducedClass::expandable)),
                    kinds.volumes.facts("").stream()
                            .collect(Collectors.toUnmodifiableMap(VolumeFacts::name, Function.identity())));
        }
        return assembled;
    }
}
