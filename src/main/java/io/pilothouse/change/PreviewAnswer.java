package io.pilothouse.change;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import java.util.List;

/** What came of asking what a change would do. */
public sealed interface PreviewAnswer {

    /** This is what it would do. */
    record Ready(Preview preview) implements PreviewAnswer {}

    /** The person may not do it. */
    record Denied(List<Right> missing) implements PreviewAnswer {}

    /** Other managers own fields that it would set otherwise. */
    record Contested(List<FieldConflict> conflicts) implements PreviewAnswer {}

    /** It cannot be done, or nobody could tell. */
    record Failed(Failure failure) implements PreviewAnswer {}
}
