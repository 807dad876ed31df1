package io.pilothouse.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON merge patches (RFC 7386): fields that are set, with {@code null} for those that are taken away; a list replaces the whole list. */
public final class MergePatch {

    private MergePatch() {}

    /** The patch that makes one object into the other; empty where both are the same. */
    public static Map<String, Object> between(Map<?, ?> before, Map<?, ?> after) {
        Map<String, Object> patch = new LinkedHashMap<>();
        before.keySet().stream()
                .filter(name -> before.get(name) != null && after.get(name) == null)
                .forEach(name -> patch.put(String.valueOf(name), null));
        after.forEach((name, value) -> Optional.ofNullable(value)
                .flatMap(now -> between(before.get(name), now))
                .ifPresent(change -> patch.put(String.valueOf(name), change)));
        return patch;
    }

    /** The object with the patch applied to it. */
    public static Map<String, Object> apply(Map<?, ?> object, Map<?, ?> patch) {
        Map<String, Object> patched = new LinkedHashMap<>();
        object.forEach((name, value) -> patched.put(String.valueOf(name), value));
        patch.forEach((name, value) -> {
            String field = String.valueOf(name);
            if (value == null) {
                patched.remove(field);
            } else if (value instanceof Map<?, ?> fields) {
                patched.put(field, apply(patched.get(field) instanceof Map<?, ?> present ? present : Map.of(), fields));
            } else {
                patched.put(field, value);
            }
        });
        return patched;
    }

    private static Optional<Object> between(@Nullable Object before, Object after) {
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            return Optional.<Object>of(between(one, other))
                    .filter(patch -> !Map.of().equals(patch));
        }
        return Objects.equals(before, after) ? Optional.empty() : Optional.of(after);
    }
}
