package io.pilothouse.base.ui.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list of one kind of object looks like and how it is searched. It holds no rows and is shared by all who look.
 *
 * @param noun what its rows are, in plural
 * @param identity what a row is known by; its text form stands in the address of a selection
 * @param columns its columns, from left to right
 * @param filters by what people narrow it
 * @param searched the text in which words are looked for
 * @param ownOrder the order when no column is sorted by, and among equals
 * @param noteworthy what of a row is so important that a change of it is marked
 * @param <R> a row: immutable, and unchanged when it is equal
 */
public record ListDefinition<R>(
        String noun,
        Function<R, Object> identity,
        List<ListColumn<R>> columns,
        List<ListFilter<R>> filters,
        Function<R, String> searched,
        Comparator<R> ownOrder,
        Function<R, Object> noteworthy) {

    public ListDefinition {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /** The keys of its filters. */
    Set<String> filterKeys() {
        return filters.stream().map(ListFilter::key).collect(Collectors.toSet());
    }

    /** The answer to the query, from all rows. */
    public Arrangement<R> arrange(Stream<R> all, ListQuery query) {
        Sieve sieve = new Sieve(query);
        all.forEach(sieve::sift);
        sieve.passed.sort(order(query));
        return new Arrangement<>(List.copyOf(sieve.passed), sieve.total, Map.copyOf(sieve.choices));
    }

    private Comparator<R> order(ListQuery query) {
        return query.order()
                .flatMap(order -> column(order.column()).flatMap(column -> column.order(order.descending())))
                .map(order -> order.thenComparing(ownOrder))
                .orElse(ownOrder);
    }

    private Optional<ListColumn<R>> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** Lets rows pass, and counts for each filter what its values would show beside the other filters. */
    private final class Sieve {
        private final ListQuery query;
        private final List<String> words;
        private final List<R> passed = new ArrayList<>();
        private final Map<String, SortedMap<String, Integer>> choices = new HashMap<>();
        private int total;

        Sieve(ListQuery query) {
            this.query = query;
            this.words = Stream.of(query.words().toLowerCase(Locale.ROOT).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            filters.forEach(filter -> choices.put(filter.key(), offered(filter)));
        }

        void sift(R row) {
            total++;
            if (!hasWords(row)) {
                return;
            }
            List<ListFilter<R>> against = filters.stream()
                    .filter(filter -> !filter.shows(row, query.chosen(filter.key())))
                    .toList();
            switch (against.size()) {
                case 0 -> {
                    passed.add(row);
                    filters.forEach(filter -> count(filter, row));
                }
                case 1 -> count(against.getFirst(), row);
                default -> {
                    // no single choice would show it
                }
            }
        }

        private boolean hasWords(R row) {
            if (words.isEmpty()) {
                return true;
            }
            String text = searched.apply(row).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        }

        private void count(ListFilter<R> filter, R row) {
            Optional.ofNullable(choices.get(filter.key()))
                    .ifPresent(counts ->
                            filter.values().apply(row).forEach(value -> counts.merge(value, 1, Integer::sum)));
        }

        /** What is chosen stays on offer when it shows nothing, so that it can be taken back. */
        private SortedMap<String, Integer> offered(ListFilter<R> filter) {
            SortedMap<String, Integer> counts = new TreeMap<>(filter.order());
            query.chosen(filter.key()).forEach(value -> counts.put(value, 0));
            return counts;
        }
    }
}
