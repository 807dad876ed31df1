package io.pilothouse.change;

import io.pilothouse.base.FieldPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields that an edit is to leave as they were. */
public final class KeptFields {

    private final Set<String> paths;

    private KeptFields(Set<String> paths) {
        this.paths = paths;
    }

    /** The edited object, with the fields at these paths as they were before. */
    public static Map<String, Object> of(Map<String, Object> before, Map<String, Object> edited, Set<String> paths) {
        return new KeptFields(paths).fields("", before, edited);
    }

    private Map<String, Object> fields(String path, Map<?, ?> before, Map<?, ?> edited) {
        Set<Object> names = new LinkedHashSet<>(edited.keySet());
        names.addAll(before.keySet());
        Map<String, Object> fields = new LinkedHashMap<>();
        names.forEach(name -> value(FieldPaths.child(path, String.valueOf(name)), before.get(name), edited.get(name))
                .ifPresent(value -> fields.put(String.valueOf(name), value)));
        return fields;
    }

    private Optional<Object> value(String path, @Nullable Object before, @Nullable Object edited) {
        if (paths.contains(path)) {
            return Optional.ofNullable(before);
        }
        if (before instanceof Map<?, ?> one && (edited == null || edited instanceof Map<?, ?>)) {
            Map<String, Object> fields = fields(path, one, edited instanceof Map<?, ?> other ? other : Map.of());
            return edited == null && fields.isEmpty() ? Optional.empty() : Optional.of(fields);
        }
        if (before instanceof List<?> one && (edited == null || edited instanceof List<?>)) {
            List<Object> entries = entries(path, one, edited instanceof List<?> other ? other : List.of());
            return edited == null && entries.isEmpty() ? Optional.empty() : Optional.of(entries);
        }
        return Optional.ofNullable(edited);
    }

    private List<Object> entries(String path, List<?> before, List<?> edited) {
        Map<String, Object> old = byKey(before);
        List<Object> entries = new ArrayList<>();
        byKey(edited)
                .forEach((key, entry) ->
                        value(path + "[" + key + "]", old.remove(key), entry).ifPresent(entries::add));
        old.forEach((key, entry) -> value(path + "[" + key + "]", entry, null).ifPresent(entries::add));
        return entries;
    }

    private static Map<String, Object> byKey(List<?> entries) {
        List<String> keys = FieldPaths.keys(entries);
        Map<String, Object> byKey = new LinkedHashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            byKey.put(keys.get(index), entries.get(index));
        }
        return byKey;
    }
}
