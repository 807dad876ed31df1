package io.pilothouse.manifests.spi;

import io.pilothouse.manifests.Manifest;
import io.pilothouse.manifests.ObjectReference;
import java.util.Optional;

/** Reads objects in full. */
public interface WholeObjects {

    /**
     * The object as the API server has it now; empty when there is none. Blocks until the deadline at most.
     *
     * @throws Unreadable when the API server gives no answer
     */
    Optional<Manifest> read(ObjectReference object) throws Unreadable;
}
