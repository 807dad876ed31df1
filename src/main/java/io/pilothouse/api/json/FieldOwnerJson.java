package io.pilothouse.api.json;

import io.pilothouse.change.FieldOwner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a field last.
 *
 * @param applies whether it states what it wants by server-side apply
 * @param at null where that is not known
 */
public record FieldOwnerJson(
        String path,
        String manager,
        boolean applies,
        @Nullable Instant at) {

    static FieldOwnerJson of(FieldOwner owner) {
        return new FieldOwnerJson(
                owner.path(), owner.manager(), owner.applies(), owner.at().orElse(null));
    }
}
