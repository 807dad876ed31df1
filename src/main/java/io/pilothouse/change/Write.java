package io.pilothouse.change;

import java.util.Map;

/** One request to the API server that changes one object. */
public sealed interface Write {

    /** What it changes. */
    Target target();

    /**
     * Sets these fields and leaves all others alone.
     *
     * @param subresource the part that is written, like {@code scale}; empty for the object itself
     * @param body the fields; {@code null} takes a field away
     * @param merge how lists in the body are understood
     */
    record Patch(Target target, String subresource, Map<String, Object> body, Merge merge) implements Write {}

    /** Makes a new object. */
    record Create(Target target, Map<String, Object> body) implements Write {}

    /**
     * States the fields that its writer cares for, by server-side apply: what another manager owns and holds otherwise is a conflict.
     *
     * @param body the object with just those fields
     * @param force whether to take over what others own
     */
    record Apply(Target target, Map<String, Object> body, boolean force) implements Write {}

    /** Takes the object away, as its grace period says. */
    record Delete(Target target) implements Write {}

    /** Asks for a pod to go, which its PodDisruptionBudgets may refuse. */
    record Evict(Target target) implements Write {}

    /** How lists in a patch are understood. */
    enum Merge {
        /** Entries are found by their key, as in containers by their name; for Kubernetes' own kinds. */
        STRATEGIC,
        /** A list replaces the whole list (RFC 7386); for custom resources, and for subresources. */
        REPLACE
    }
}
