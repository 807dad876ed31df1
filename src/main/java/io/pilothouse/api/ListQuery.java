package io.pilothouse.api;

import io.pilothouse.api.json.Words;
import io.pilothouse.base.HealthState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of a list, in the words that the addresses of the console's own lists use.
 *
 * @param words all of which must be found; in lower case
 * @param chosen values to show by filter; a filter that is not named lets everything pass
 * @param limit how many at most
 * @param after the key of the last one of the page before; empty for the first page
 */
record ListQuery(List<String> words, Map<String, Set<String>> chosen, int limit, String after) {

    static final String NAMESPACE = "namespace";
    static final String CLUSTER = "cluster";
    static final String STATE = "state";

    private static final String WORDS = "q";
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";
    private static final String SEPARATOR = ",";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 500;

    private static final Set<String> STATES =
            Arrays.stream(HealthState.values()).map(Words::of).collect(Collectors.toUnmodifiableSet());

    /**
     * Reads the parameters of an address.
     *
     * @param filters the filters that the list has
     * @throws Refusal when one is not known or makes no sense
     */
    static ListQuery of(MultiValueMap<String, String> parameters, Set<String> filters) {
        Map<String, Set<String>> chosen = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (filters.contains(name)) {
                chosen.put(name, values(values));
            } else if (!Set.of(WORDS, LIMIT, AFTER).contains(name)) {
                throw Refusal.parameter(
                        name,
                        "This list knows "
                                + Stream.concat(
                                                Stream.of(WORDS, LIMIT, AFTER),
                                                filters.stream().sorted())
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        });
        requireStates(chosen.getOrDefault(STATE, Set.of()));
        return new ListQuery(
                words(parameters.getOrDefault(WORDS, List.of())),
                Map.copyOf(chosen),
                Optional.ofNullable(parameters.getFirst(LIMIT))
                        .map(ListQuery::limit)
                        .orElse(DEFAULT_LIMIT),
                Optional.ofNullable(parameters.getFirst(AFTER))
                        .map(ListQuery::key)
                        .orElse(""));
    }

    /** Whether one of the values is chosen of the filter, or none has to be. */
    boolean shows(String filter, Stream<String> values) {
        Set<String> wanted = chosen.getOrDefault(filter, Set.of());
        return wanted.isEmpty() || values.anyMatch(wanted::contains);
    }

    /** Whether all words are in the text. */
    boolean finds(String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(searched::contains);
    }

    /** The address of the page that follows this key. */
    String next(String path, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            values.put(WORDS, String.join(" ", words));
        }
        chosen.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> values.put(
                        entry.getKey(), entry.getValue().stream().sorted().collect(Collectors.joining(SEPARATOR))));
        values.put(LIMIT, String.valueOf(limit));
        values.put(AFTER, Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static Set<String> values(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split(SEPARATOR)))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void requireStates(Set<String> wanted) {
        if (!STATES.containsAll(wanted)) {
            throw Refusal.parameter(
                    STATE, "States are " + STATES.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw Refusal.parameter(LIMIT, "It is a number from 1 to " + MOST + ".");
    }

    private static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw Refusal.parameter(AFTER, "It is taken from the field next of the page before.");
        }
    }
}
