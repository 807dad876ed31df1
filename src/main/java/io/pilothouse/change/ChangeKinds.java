package io.pilothouse.change;

import io.pilothouse.audit.AuditRecord;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The sorts of change that there are, and changes as JSON, in the same form in which they are recorded. */
public interface ChangeKinds {

    /** Their names, in one word each: {@code scale}. */
    Set<String> names();

    /** The name of a change's kind. */
    String nameOf(Change change);

    /** What people chose of it, as JSON. */
    JsonNode parameters(Change change);

    /**
     * The change of this kind with these parameters.
     *
     * @throws Unfit when they do not fit the kind, or there is none of that name
     */
    Change change(String kind, JsonNode parameters) throws Unfit;

    /** The change that was recorded; empty where this version of the console does not know it. */
    Optional<Change> change(AuditRecord recorded);
}
