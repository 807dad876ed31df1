package io.pilothouse.services;

import io.pilothouse.access.Person;
import io.pilothouse.fleet.WorkloadId;
import java.util.concurrent.CompletableFuture;

/** The objects of services in full, read when a person asks for one. */
public interface Manifests {

    /**
     * Asks whether the person may get the object, and reads it if they may. Returns at once; the answer comes on a thread of its own within
     * the deadlines of both questions, and never exceptionally.
     */
    CompletableFuture<ManifestReading> read(Person person, WorkloadId id);
}
