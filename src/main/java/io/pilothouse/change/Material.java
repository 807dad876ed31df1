package io.pilothouse.change;

import java.util.Map;
import java.util.Optional;

/**
 * What a change is made from.
 *
 * @param object the target as it is now; empty when it is not there
 * @param others the other objects that the change reads, as far as they are there
 */
public record Material(Optional<LiveObject> object, Map<Target, LiveObject> others) {}
