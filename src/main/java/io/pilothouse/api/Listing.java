package io.pilothouse.api;

import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.base.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A list of one kind of object, page by page. Pages go on after the last object's key and not after a number of objects, so that nothing is
 * skipped or given twice when objects come and go meanwhile.
 *
 * @param path its address below the API's
 * @param key what an object is known by and the list is ordered by
 * @param searched the text in which words are looked for
 * @param filters the values by which it is narrowed
 */
record Listing<T>(
        String path,
        Function<T, String> key,
        Function<T, String> searched,
        Map<String, Function<T, Stream<String>>> filters) {

    private record Keyed<T>(String key, T object) {}

    /** @throws Refusal when the parameters cannot be understood */
    ListQuery query(MultiValueMap<String, String> parameters) {
        return ListQuery.of(parameters, filters.keySet());
    }

    /**
     * The page that is asked for.
     *
     * @param json turns an object of this page into JSON
     * @param failures why the list may be old or may lack something
     */
    <J> PageJson<J> page(Stream<T> all, ListQuery query, Function<T, J> json, Stream<Failure> failures) {
        List<Keyed<T>> passed = all.filter(object -> passes(object, query))
                .map(object -> new Keyed<>(key.apply(object), object))
                .sorted(Comparator.comparing(Keyed::key))
                .toList();
        List<Keyed<T>> following = passed.stream()
                .filter(keyed -> keyed.key().compareTo(query.after()) > 0)
                .toList();
        List<Keyed<T>> page = following.stream().limit(query.limit()).toList();
        return PageJson.of(
                page.stream().map(Keyed::object).map(json).toList(),
                passed.size(),
                next(page, following.size(), query),
                failures.distinct().toList());
    }

    private @Nullable String next(List<Keyed<T>> page, int following, ListQuery query) {
        return Optional.of(page)
                .filter(shown -> shown.size() < following)
                .map(shown -> query.next(Addresses.of(path), shown.getLast().key()))
                .orElse(null);
    }

    private boolean passes(T object, ListQuery query) {
        return filters.entrySet().stream()
                        .allMatch(filter ->
                                query.shows(filter.getKey(), filter.getValue().apply(object)))
                && query.finds(searched.apply(object));
    }
}
