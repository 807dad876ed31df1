package io.pilothouse.fleet.spi;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Volume;
import java.util.Optional;

/**
 * A PersistentVolumeClaim as its object says.
 *
 * @param size what it has; empty until it is bound
 * @param requested what it asks for
 * @param storageClass name of its class; empty for one that asks for none
 * @param resizing message, else reason, of a condition that tells why its growth waits or fails
 * @param volume name of the volume it is bound to
 */
public record ClaimFacts(
        String name,
        Volume.Phase phase,
        Optional<ByteSize> size,
        Optional<ByteSize> requested,
        Optional<String> storageClass,
        Optional<String> resizing,
        Optional<String> volume) {}
