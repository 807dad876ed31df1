package io.pilothouse.api.json;

import io.pilothouse.change.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a change is that is under way.
 *
 * @param done how much of it is done, 0 to {@code total}
 * @param waitsFor null where nothing is known to keep it
 * @param stuck whether it will not go on unless somebody does something
 */
public record ProgressJson(
        String words, int done, int total, @Nullable String waitsFor, boolean stuck) {

    static Optional<ProgressJson> of(Progress progress) {
        return progress instanceof Progress.Underway underway
                ? Optional.of(new ProgressJson(
                        underway.words(),
                        underway.done(),
                        underway.total(),
                        underway.waitsFor().orElse(null),
                        underway.stuck()))
                : Optional.empty();
    }
}
