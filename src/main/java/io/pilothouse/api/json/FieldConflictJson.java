package io.pilothouse.api.json;

import io.pilothouse.change.FieldConflict;
import org.jspecify.annotations.Nullable;

/**
 * A field that another manager owns by server-side apply.
 *
 * @param theirs its value now; null where that is not known
 * @param wanted what the change would make of it; null where it takes the field away
 */
public record FieldConflictJson(
        String path,
        String manager,
        @Nullable String theirs,
        @Nullable String wanted) {

    public static FieldConflictJson of(FieldConflict conflict) {
        return new FieldConflictJson(
                conflict.path(),
                conflict.manager(),
                conflict.theirs().orElse(null),
                conflict.wanted().orElse(null));
    }
}
