package io.pilothouse.change;

/**
 * A field that another manager owns by server-side apply.
 *
 * @param path where it is, as the API server writes it: {@code .spec.replicas}
 * @param manager who owns it
 */
public record FieldConflict(String path, String manager) {}
