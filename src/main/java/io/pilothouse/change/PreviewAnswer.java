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

    /**
     * It cannot be done, or nobody could tell.
     *
     * @param checks what stands for and against it; empty when it was not looked at
     */
    record Failed(Failure failure, List<Check> checks) implements PreviewAnswer {

        public Failed {
            checks = List.copyOf(checks);
        }

        public Failed(Failure failure) {
            this(failure, List.of());
        }
    }
}
