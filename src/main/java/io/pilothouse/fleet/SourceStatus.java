package io.pilothouse.fleet;

import io.pilothouse.base.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How well one source can be read now.
 *
 * @param newestFact when the newest of its facts was observed; empty before the first
 * @param failures what cannot be read of it, worst first; empty when all is well
 */
public record SourceStatus(Source source, Optional<Instant> newestFact, List<Failure> failures) {

    public SourceStatus {
        failures = List.copyOf(failures);
    }

    /** All of it is read, and it is up to date. */
    public boolean live() {
        return newestFact.isPresent() && failures.isEmpty();
    }

    /** The failure to tell people first, if there is one. */
    public Optional<Failure> failure() {
        return failures.stream().findFirst();
    }
}
