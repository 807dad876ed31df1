package io.pilothouse.change;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import io.pilothouse.base.FieldChange;
import java.util.List;

/** What came of asking for a change to be done. */
public sealed interface ApplyAnswer {

    /** The cluster has taken it, now or when it was asked for the first time; it is being followed. */
    record Applied(String id) implements ApplyAnswer {}

    /** The object is no longer as the person saw it; nothing was done. */
    record Outdated(List<FieldChange> since) implements ApplyAnswer {}

    /** The person may not do it; nothing was done. */
    record Denied(List<Right> missing) implements ApplyAnswer {}

    /** A check stands in the way; nothing was done. */
    record Blocked(List<Check> checks) implements ApplyAnswer {}

    /** Other managers own fields that it would set otherwise; nothing was done. */
    record Contested(List<FieldConflict> conflicts) implements ApplyAnswer {}

    /** It was not done, and why; where nobody can tell whether it was, the failure says so and it is being found out. */
    record Failed(Failure failure) implements ApplyAnswer {}
}
