package io.pilothouse.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A field that differs between two objects.
 *
 * @param path where it is, like {@code spec.containers[app].image}
 * @param before empty where the field was not there
 * @param after empty where the field is gone
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {

    /** What differs between two sets of fields, by path. */
    public static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .map(path -> new FieldChange(
                        path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
