package io.pilothouse.change;

import io.pilothouse.fleet.Fleet;
import java.time.Instant;

/**
 * The time after a change was written.
 *
 * @param fleet the picture now
 * @param generation the target's, as it was written; 0 for a kind that does not count
 * @param applied when it was written
 */
public record Aftermath(Fleet fleet, long generation, Instant applied) {}
