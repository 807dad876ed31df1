package io.pilothouse.services.spi;

import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.Manifest;
import java.util.Optional;

/** Reads the objects of workloads in full. */
public interface WorkloadObjects {

    /**
     * The object as the API server has it now; empty when there is none. Blocks until the deadline at most.
     *
     * @throws Unreadable when the API server gives no answer
     */
    Optional<Manifest> read(WorkloadId id) throws Unreadable;
}
