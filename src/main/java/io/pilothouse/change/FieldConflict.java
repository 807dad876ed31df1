package io.pilothouse.change;

import java.util.Optional;

/**
 * A field that another manager states, by server-side apply, to want otherwise ("Conflicts" in Kubernetes' documentation of it).
 *
 * @param path where it is: {@code spec.replicas}
 * @param manager who owns it
 * @param theirs its value now, as the manager wants it; empty where that is not known
 * @param wanted the value that the change would give it; empty where the change takes the field away, or that is not known
 */
public record FieldConflict(String path, String manager, Optional<String> theirs, Optional<String> wanted) {}
