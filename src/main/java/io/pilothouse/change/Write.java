package io.pilothouse.change;

import java.util.List;
import java.util.Map;

/** What is asked of the API server to do a change. */
public sealed interface Write {

    /** What it changes; of several objects the one that the change is about. */
    Target target();

    /** One request, that changes one object. */
    sealed interface Single extends Write {}

    /**
     * Several requests, one after another; the first that fails is the last. The change is about the object of the last one, so when that is done,
     * all are.
     */
    record Several(List<Single> writes) implements Write {

        public Several {
            writes = List.copyOf(writes);
        }

        @Override
        public Target target() {
            return writes.getLast().target();
        }
    }

    /**
     * Sets these fields and leaves all others alone.
     *
     * @param subresource the part that is written, like {@code scale}; empty for the object itself
     * @param body the fields; {@code null} takes a field away
     * @param merge how lists in the body are understood
     */
    record Patch(Target target, String subresource, Map<String, Object> body, Merge merge) implements Single {}

    /** Makes a new object. */
    record Create(Target target, Map<String, Object> body) implements Single {}

    /**
     * States the fields that its writer cares for, by server-side apply: what another manager owns and holds otherwise is a conflict.
     *
     * @param body the object with just those fields
     * @param force whether to take over what others own
     */
    record Apply(Target target, Map<String, Object> body, boolean force) implements Single {}

    /** Takes the object away, as its grace period says. */
    record Delete(Target target) implements Single {}

    /** Asks for a pod to go, which its PodDisruptionBudgets may refuse. */
    record Evict(Target target) implements Single {}

    /** How lists in a patch are understood. */
    enum Merge {
        /** Entries are found by their key, as in containers by their name; for Kubernetes' own kinds. */
        STRATEGIC,
        /** A list replaces the whole list (RFC 7386); for custom resources, and for subresources. */
        REPLACE
    }
}
