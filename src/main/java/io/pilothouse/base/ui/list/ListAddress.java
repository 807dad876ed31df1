package io.pilothouse.base.ui.list;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people chose in a list, as it stands in the page's address beside what else stands there.
 *
 * @param path the page's path
 * @param foreign parameters of others, kept as they are
 * @param query what is asked for
 * @param columns the columns that were chosen; empty for those that fit the window
 * @param selected the row that was selected, by the text of its id
 */
record ListAddress(
        String path,
        Map<String, List<String>> foreign,
        ListQuery query,
        Optional<Set<String>> columns,
        Optional<String> selected) {

    private static final String COLUMNS = "columns";
    private static final String SELECTED = "selected";
    private static final String SEPARATOR = ",";

    /** Reads an address. */
    static ListAddress of(Location location, Set<String> filters) {
        Map<String, List<String>> parameters = location.getQueryParameters().getParameters();
        Set<String> own = Stream.concat(
                        filters.stream(), Stream.of(ListQuery.WORDS, ListQuery.ORDER, COLUMNS, SELECTED))
                .collect(Collectors.toSet());
        Map<String, List<String>> foreign = new LinkedHashMap<>(parameters);
        foreign.keySet().removeAll(own);
        return new ListAddress(
                location.getPath(),
                foreign,
                ListQuery.of(parameters, filters),
                first(parameters, COLUMNS).map(keys -> Set.of(keys.split(SEPARATOR))),
                first(parameters, SELECTED));
    }

    /** The parameters, its own and those of others. */
    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>(foreign);
        query.parameters().forEach((key, value) -> parameters.put(key, List.of(value)));
        columns.ifPresent(keys -> parameters.put(COLUMNS, List.of(String.join(SEPARATOR, new TreeSet<>(keys)))));
        selected.ifPresent(id -> parameters.put(SELECTED, List.of(id)));
        return new QueryParameters(parameters);
    }

    /** The whole address. */
    Location location() {
        return new Location(path, parameters());
    }

    ListAddress asking(ListQuery other) {
        return new ListAddress(path, foreign, other, columns, selected);
    }

    ListAddress showing(Optional<Set<String>> otherColumns) {
        return new ListAddress(path, foreign, query, otherColumns, selected);
    }

    ListAddress selecting(Optional<String> other) {
        return new ListAddress(path, foreign, query, columns, other);
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String key) {
        return parameters.getOrDefault(key, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
