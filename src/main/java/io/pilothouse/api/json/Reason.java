package io.pilothouse.api.json;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something is old or not known.
 *
 * @param kind a sort of {@link Failure}, or {@code not-told} where nothing failed
 * @param text what failed, what it means and what to do, in sentences
 * @param since since when it fails; null where nothing failed
 */
public record Reason(String kind, String text, @Nullable Instant since) {

    private static final String NOT_TOLD = "not-told";

    /** Of a source that failed. */
    static Reason of(Failure failure) {
        return new Reason(
                Words.of(failure.kind()),
                failure.summary() + ". " + failure.meaning() + " " + failure.remedy(),
                failure.since());
    }

    /** Of a right that the person lacks. */
    static Reason of(Right missing) {
        return new Reason(
                Words.of(Failure.Kind.DENIED),
                "You lack the right to " + missing.inWords()
                        + ". It is not shown to you. Ask whoever administers the Kubernetes cluster to grant it.",
                null);
    }

    /** Nothing failed, but nobody told, and why. */
    static Reason notTold(String why) {
        return new Reason(NOT_TOLD, why, null);
    }
}
