package io.pilothouse.manifests;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;

/** What came of asking for an object in full. */
public sealed interface ManifestReading {

    /** The object. */
    record Read(Manifest manifest) implements ManifestReading {}

    /** The person may not get it. */
    record Denied(Right missing) implements ManifestReading {}

    /** There is no such object any more. */
    record Gone() implements ManifestReading {}

    /** Nobody could tell, and why. */
    record Failed(Failure failure) implements ManifestReading {}
}
