package io.pilothouse.base.ui.list;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A property by which people narrow a list.
 *
 * @param key its name in the address
 * @param title its name for people
 * @param values the values of a row; a row passes when one of them is chosen
 * @param label a value for people
 * @param order in which values are offered
 * @param shortcut values that are often chosen together
 * @param <R> a row
 */
public record ListFilter<R>(
        String key,
        String title,
        Function<R, Stream<String>> values,
        Function<String, String> label,
        Comparator<String> order,
        Optional<Shortcut> shortcut) {

    /** Values that are often chosen together, with a name of their own. */
    public record Shortcut(String title, Set<String> values) {}

    /** A filter by values that are words already. */
    public static <R> ListFilter<R> of(String key, String title, Function<R, Stream<String>> values) {
        return new ListFilter<>(key, title, values, Function.identity(), Comparator.naturalOrder(), Optional.empty());
    }

    boolean shows(R row, Set<String> chosen) {
        return chosen.isEmpty() || values.apply(row).anyMatch(chosen::contains);
    }
}
