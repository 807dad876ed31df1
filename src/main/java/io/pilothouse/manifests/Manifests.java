package io.pilothouse.manifests;

import io.pilothouse.access.Person;
import java.util.concurrent.CompletableFuture;

/** Objects in full, read when a person asks for one. */
public interface Manifests {

    /**
     * Asks whether the person may get the object, and reads it if they may. Returns at once; the answer comes on a thread of its own within
     * the deadlines of both questions, and never exceptionally.
     */
    CompletableFuture<ManifestReading> read(Person person, ObjectReference object);
}
