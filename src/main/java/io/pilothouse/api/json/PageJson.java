package io.pilothouse.api.json;

import io.pilothouse.base.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in an order that does not change between pages
 * @param total how many pass the filters, on all pages, as far as is known
 * @param next the address of the following page; null on the last
 * @param problems why the list may be old or may lack something; empty when all of it was read
 * @param <T> one of them
 */
public record PageJson<T>(
        List<T> items, int total, @Nullable String next, List<Reason> problems) {

    /** The page with the failures of what the list is made of. */
    public static <T> PageJson<T> of(List<T> items, int total, @Nullable String next, List<Failure> failures) {
        return new PageJson<>(
                items, total, next, failures.stream().map(Reason::of).toList());
    }
}
