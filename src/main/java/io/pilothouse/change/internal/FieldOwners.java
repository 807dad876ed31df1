package io.pilothouse.change.internal;

import io.pilothouse.base.FieldChange;
import io.pilothouse.base.FieldPaths;
import io.pilothouse.change.Change;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.FieldOwner;
import io.pilothouse.change.LiveObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who wrote which field, from the managed fields of an object ({@code fieldsV1}: {@code f:} names a field, <code>k:{…}</code> an entry of a list by
 * its keys, {@code v:} an entry by its value; Kubernetes' documentation, "Server-Side Apply").
 */
final class FieldOwners {

    private static final TypeReference<Map<String, Object>> KEYS = new TypeReference<>() {};

    /** Itself: what it wrote before does not stand against what it writes now. */
    private static final String CONSOLE = "pilothouse";

    private FieldOwners() {}

    /** Who else wrote the fields that are to change. */
    static List<FieldOwner> of(Optional<LiveObject> object, List<FieldChange> changes) {
        List<FieldOwner> owners = new ArrayList<>();
        object.stream()
                .flatMap(present -> present.children("metadata", "managedFields"))
                .forEach(entry -> {
                    if (entry.get("fieldsV1") instanceof Map<?, ?> fields && !CONSOLE.equals(entry.get("manager"))) {
                        leaves("", fields, object.orElseThrow().content(), path -> {
                            if (changes.stream().anyMatch(change -> covers(path, change.path()))) {
                                owners.add(owner(path, entry));
                            }
                        });
                    }
                });
        owners.sort(Comparator.comparing(FieldOwner::path).thenComparing(FieldOwner::manager));
        return owners.stream().distinct().toList();
    }

    /** The fields of which another manager states what it wants, and which the change does not take over. */
    static List<FieldConflict> conflicts(List<FieldOwner> owners, List<FieldChange> changes, Change change) {
        return changes.stream()
                .filter(field -> !change.takesOver(field.path()))
                .flatMap(field -> owners.stream()
                        .filter(owner -> owner.applies() && covers(owner.path(), field.path()))
                        .map(owner -> new FieldConflict(field.path(), owner.manager(), field.before(), field.after())))
                .distinct()
                .toList();
    }

    private static FieldOwner owner(String path, Map<?, ?> entry) {
        return new FieldOwner(
                path,
                String.valueOf(entry.get("manager")),
                "Apply".equals(entry.get("operation")),
                instant(entry.get("time")));
    }

    /** Whoever owns a list or map without listing its parts owns all of them. */
    private static boolean covers(String owned, String changed) {
        return changed.equals(owned) || changed.startsWith(owned + ".") || changed.startsWith(owned + "[");
    }

    /** @param value what the object holds there, if anything */
    private static void leaves(String path, Map<?, ?> fields, @Nullable Object value, Consumer<String> leaf) {
        boolean parent = false;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            Optional<Step> step = step(path, String.valueOf(field.getKey()), value);
            if (step.isPresent() && field.getValue() instanceof Map<?, ?> below) {
                parent = true;
                leaves(step.orElseThrow().path(), below, step.orElseThrow().value(), leaf);
            }
        }
        if (!parent && !path.isEmpty()) {
            leaf.accept(path);
        }
    }

    /** @param value what the object holds at the path, if anything */
    private record Step(String path, @Nullable Object value) {}

    private static Optional<Step> step(String path, String step, @Nullable Object value) {
        if (step.startsWith("f:")) {
            String name = step.substring(2);
            Object below = value instanceof Map<?, ?> map ? map.get(name) : null;
            return Optional.of(new Step(FieldPaths.child(path, name), below));
        }
        return step.startsWith("k:") ? keys(step.substring(2)).map(keys -> entry(path, keys, value)) : Optional.empty();
    }

    /** The entry goes by its place in the list there is, as everywhere else; of one that is gone, only its keys are known. */
    private static Step entry(String path, Map<String, Object> keys, @Nullable Object value) {
        if (value instanceof List<?> entries) {
            for (int index = 0; index < entries.size(); index++) {
                if (entries.get(index) instanceof Map<?, ?> entry
                        && entry.entrySet().containsAll(keys.entrySet())) {
                    return new Step(path + "[" + FieldPaths.keys(entries).get(index) + "]", entry);
                }
            }
        }
        Object key = keys.getOrDefault("name", keys.values().iterator().next());
        return new Step(path + "[" + key + "]", null);
    }

    private static Optional<Map<String, Object>> keys(String json) {
        try {
            return Optional.of(JsonMapper.shared().readValue(json, KEYS)).filter(keys -> !keys.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(@Nullable Object time) {
        try {
            return Optional.ofNullable(time).map(String::valueOf).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
