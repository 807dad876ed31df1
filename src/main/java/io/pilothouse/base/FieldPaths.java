package io.pilothouse.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object as one value a field, by paths such as {@code spec.containers[app].env[LOG_LEVEL].value}. Entries of a list go by what Kubernetes
 * merges them by, so that one more entry does not move the others.
 */
public final class FieldPaths {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$]+");

    /** What tells entries of lists apart, as the API's merge keys do. */
    private static final List<String> IDENTITIES = List.of("name", "mountPath", "containerPort", "topologyKey", "ip");

    private final Map<String, String> fields = new HashMap<>();

    private FieldPaths() {}

    /** The fields; names and values are interned, since most of them are those of many objects. */
    public static Map<String, String> of(Map<?, ?> object) {
        FieldPaths paths = new FieldPaths();
        paths.addAll("", object);
        return paths.fields;
    }

    /** The path of an object's field, by the path of the object; empty for the outermost one. */
    public static String child(String path, String name) {
        if (!PLAIN.matcher(name).matches()) {
            return path + "[" + name + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** What the entries of a list go by, in their order. */
    public static List<String> keys(List<?> entries) {
        Optional<String> identity =
                IDENTITIES.stream().filter(name -> distinct(name, entries)).findFirst();
        return IntStream.range(0, entries.size())
                .mapToObj(index -> identity.map(name -> String.valueOf(((Map<?, ?>) entries.get(index)).get(name)))
                        .orElse(String.valueOf(index)))
                .toList();
    }

    private void addAll(String path, Map<?, ?> object) {
        object.forEach((name, value) -> add(child(path, String.valueOf(name)), value));
    }

    private void add(String path, @Nullable Object value) {
        switch (value) {
            case null -> {
                // an absent field and one that is null are the same to Kubernetes
            }
            case Map<?, ?> object when object.isEmpty() -> put(path, "{}");
            case Map<?, ?> object -> addAll(path, object);
            case List<?> entries when entries.isEmpty() -> put(path, "[]");
            case List<?> entries -> addEntries(path, entries);
            default -> put(path, value.toString());
        }
    }

    private void addEntries(String path, List<?> entries) {
        List<String> keys = keys(entries);
        for (int index = 0; index < entries.size(); index++) {
            add(path + "[" + keys.get(index) + "]", entries.get(index));
        }
    }

    private void put(String path, String value) {
        fields.put(path.intern(), value.intern());
    }

    private static boolean distinct(String name, List<?> entries) {
        Stream<Object> values = entries.stream()
                .flatMap(entry -> entry instanceof Map<?, ?> map ? Stream.ofNullable(map.get(name)) : Stream.empty());
        return values.distinct().count() == entries.size();
    }
}
