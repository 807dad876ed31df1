package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import java.time.Instant;
import java.util.Optional;

/** Since when a state has lasted: as long as the state stays, so does its beginning, whatever the reason says meanwhile. */
final class Continuity {

    private Continuity() {}

    /**
     * @param now joined just now; a beginning that the source itself tells wins
     * @param before what it was in the picture before; empty when that did not hold it
     * @param firstPicture whether nothing was known before, so that a new object tells nothing about the time
     */
    static Health continued(Health health, Optional<Health> before, boolean firstPicture, Instant now) {
        if (before.isPresent() && before.orElseThrow().state() == health.state()) {
            return health.since(before.orElseThrow().since().or(health::since));
        }
        if (health.since().isPresent() || firstPicture) {
            return health;
        }
        return health.since(now);
    }
}
