package io.pilothouse.change.spi;

import io.pilothouse.base.Failure;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.LiveObject;
import java.util.List;

/** What the API server said to a write. */
public sealed interface WriteAnswer {

    /**
     * It has taken it, or would.
     *
     * @param object what it answered: the object as it is then, or the subresource that was written
     */
    record Taken(LiveObject object) implements WriteAnswer {}

    /** The object has changed since it was seen; nothing was done. */
    record Outdated() implements WriteAnswer {}

    /** Other managers own fields; nothing was done. */
    record Contested(List<FieldConflict> conflicts) implements WriteAnswer {}

    /** It said no: a right is missing, admission, validation, a budget; nothing was done. */
    record Refused(Failure failure) implements WriteAnswer {}

    /** It did not answer, or broke: nobody can tell whether it was done. */
    record Unheard(Failure failure) implements WriteAnswer {}
}
