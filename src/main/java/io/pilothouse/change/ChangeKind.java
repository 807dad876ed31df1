package io.pilothouse.change;

/**
 * A sort of change, as it is written down.
 *
 * @param name one word: {@code scale}
 * @param type its record
 */
public record ChangeKind(String name, Class<? extends Change> type) {}
