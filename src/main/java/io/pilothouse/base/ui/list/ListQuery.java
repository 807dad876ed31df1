package io.pilothouse.base.ui.list;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person asks of a list. Equal queries of the same rows have the same answer. It is written into the address as
 * {@code ?q=words&<filter>=value,value&sort=-column}.
 *
 * @param words what to search for; all words must be found; blank for anything
 * @param chosen values to show by filter; a filter that is not named lets everything pass
 * @param order the column to sort by; empty for the list's own order
 */
public record ListQuery(String words, Map<String, Set<String>> chosen, Optional<Order> order) {

    /** Asks for everything, in the list's own order. */
    public static final ListQuery ALL = new ListQuery("", Map.of(), Optional.empty());

    /** The parameter of {@link #words}. */
    static final String WORDS = "q";

    /** The parameter of {@link #order}. */
    static final String ORDER = "sort";

    private static final String DESCENDING = "-";
    private static final String SEPARATOR = ",";

    /** A column to sort by, and whether its greatest value comes first. */
    public record Order(String column, boolean descending) {}

    public ListQuery {
        chosen = chosen.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Reads the query from the parameters of an address; those of no filter are left alone. */
    static ListQuery of(Map<String, List<String>> parameters, Set<String> filters) {
        Map<String, Set<String>> chosen = new HashMap<>();
        filters.forEach(filter -> chosen.put(filter, values(parameters, filter)));
        return new ListQuery(
                String.join(" ", parameters.getOrDefault(WORDS, List.of())).strip(),
                chosen,
                parameters.getOrDefault(ORDER, List.of()).stream().findFirst().flatMap(ListQuery::order));
    }

    /** The parameters of the address, in an order that does not depend on how the query came about. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!words.isBlank()) {
            parameters.put(WORDS, words);
        }
        new TreeMap<>(chosen)
                .forEach((filter, values) -> parameters.put(filter, String.join(SEPARATOR, new TreeSet<>(values))));
        order.ifPresent(by -> parameters.put(ORDER, (by.descending() ? DESCENDING : "") + by.column()));
        return parameters;
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return !words.isBlank() || !chosen.isEmpty();
    }

    /** The values chosen of the filter; empty when it lets everything pass. */
    public Set<String> chosen(String filter) {
        return chosen.getOrDefault(filter, Set.of());
    }

    /** What is chosen of one filter, and nothing else. */
    public ListQuery only(String filter) {
        return new ListQuery("", Map.of(filter, chosen(filter)), Optional.empty());
    }

    /** The same for other words. */
    ListQuery searching(String newWords) {
        return new ListQuery(newWords.strip(), chosen, order);
    }

    /** The same with other values chosen of one filter. */
    ListQuery choosing(String filter, Set<String> values) {
        Map<String, Set<String>> changed = new HashMap<>(chosen);
        changed.put(filter, values);
        return new ListQuery(words, changed, order);
    }

    /** The same in another order. */
    ListQuery ordered(Optional<Order> newOrder) {
        return new ListQuery(words, chosen, newOrder);
    }

    /** The same order of everything. */
    ListQuery unfiltered() {
        return new ListQuery("", Map.of(), order);
    }

    private static Set<String> values(Map<String, List<String>> parameters, String filter) {
        return parameters.getOrDefault(filter, List.of()).stream()
                .flatMap(value -> Stream.of(value.split(SEPARATOR)))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
    }

    private static Optional<Order> order(String parameter) {
        boolean descending = parameter.startsWith(DESCENDING);
        String column = descending ? parameter.substring(DESCENDING.length()) : parameter;
        return column.isBlank() ? Optional.empty() : Optional.of(new Order(column, descending));
    }
}
