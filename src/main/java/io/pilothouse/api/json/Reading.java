package io.pilothouse.api.json;

import io.pilothouse.base.Observed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well the rest of an object is known.
 *
 * @param status {@code fresh}, {@code stale} or {@code unknown}
 * @param observedAt when what is stale was so; null for what is fresh, which is so now, and for what is not known
 * @param reason why it is stale or not known; null for what is fresh
 */
public record Reading(
        String status,
        @Nullable Instant observedAt,
        @Nullable Reason reason) {

    static final String FRESH = "fresh";
    static final String STALE = "stale";
    static final String UNKNOWN = "unknown";

    static Reading of(Observed<?> observed) {
        return switch (observed) {
            case Observed.Fresh<?> _ -> new Reading(FRESH, null, null);
            case Observed.Stale<?> stale -> new Reading(STALE, stale.at(), Reason.of(stale.failure()));
            case Observed.Missing<?> missing -> new Reading(UNKNOWN, null, Reason.of(missing.failure()));
        };
    }
}
