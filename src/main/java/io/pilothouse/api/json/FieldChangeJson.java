package io.pilothouse.api.json;

import io.pilothouse.base.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param path where it is, like {@code spec.containers[app].image}
 * @param before null where it was not there
 * @param after null where it is gone
 */
public record FieldChangeJson(
        String path, @Nullable String before, @Nullable String after) {

    public static FieldChangeJson of(FieldChange change) {
        return new FieldChangeJson(
                change.path(), change.before().orElse(null), change.after().orElse(null));
    }
}
