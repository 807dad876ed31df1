package io.pilothouse.change.internal;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
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

    record Impossible(Failure failure) implements Look {}
}
