package io.pilothouse.change.internal;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import io.pilothouse.change.Check;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.Material;
import io.pilothouse.change.Preview;
import io.pilothouse.change.Write;
import java.util.List;

/** What was found before a change is done. */
sealed interface Look {

    /** It can be done by this write. */
    record Possible(Preview preview, Material material, Write write) implements Look {}

    record Denied(List<Right> missing) implements Look {}

    record Contested(List<FieldConflict> conflicts) implements Look {}

    /** @param checks empty when it was not looked at */
    record Impossible(Failure failure, List<Check> checks) implements Look {

        Impossible(Failure failure) {
            this(failure, List.of());
        }
    }
}
