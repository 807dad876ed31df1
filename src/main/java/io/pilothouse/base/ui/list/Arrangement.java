package io.pilothouse.base.ui.list;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The answer to a query.
 *
 * @param rows the rows to show, in order; shared between all who ask the same, never to be changed
 * @param total how many rows there are, shown or not
 * @param choices by filter, how many rows each of its values would show
 * @param <R> a row
 */
public record Arrangement<R>(List<R> rows, int total, Map<String, SortedMap<String, Integer>> choices) {

    /** Of no rows at all. */
    public static <R> Arrangement<R> empty() {
        return new Arrangement<>(List.of(), 0, Map.of());
    }
}
