package io.pilothouse.manifests;

import java.time.Instant;

/**
 * An object as YAML, without what the API server keeps for itself: its managed fields, and kubectl's copy of what was applied last.
 *
 * @param desired the object without its status
 * @param whole the object with its status
 * @param read when it was read
 */
public record Manifest(String desired, String whole, Instant read) {}
