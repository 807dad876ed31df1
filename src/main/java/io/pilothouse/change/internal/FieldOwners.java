package io.pilothouse.change.internal;

import io.pilothouse.base.FieldChange;
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
                        leaves("", fields, path -> {
                            if (changes.stream().anyMatch(change -> covers(path, change.path()))) {
                                owners.add(owner(path, entry));
                            }
                        });
                    }
                });
        owners.sort(Comparator.comparing(FieldOwner::path).thenComparing(FieldOwner::manager));
        return owners.stream().distinct().toList();
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

    private static void leaves(String path, Map<?, ?> fields, Consumer<String> leaf) {
        boolean parent = false;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            Optional<String> child = child(path, String.valueOf(field.getKey()));
            if (child.isPresent() && field.getValue() instanceof Map<?, ?> below) {
                parent = true;
                leaves(child.orElseThrow(), below, leaf);
            }
        }
        if (!parent && !path.isEmpty()) {
            leaf.accept(path);
        }
    }

    private static Optional<String> child(String path, String step) {
        if (step.startsWith("f:")) {
            String name = step.substring(2);
            boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
            return Optional.of(plain ? (path.isEmpty() ? name : path + "." + name) : path + "[" + name + "]");
        }
        return step.startsWith("k:") ? key(step.substring(2)).map(key -> path + "[" + key + "]") : Optional.empty();
    }

    private static Optional<String> key(String json) {
        try {
            Map<String, Object> keys = JsonMapper.shared().readValue(json, KEYS);
            return Optional.ofNullable(keys.getOrDefault(
                            "name", keys.values().stream().findFirst().orElse(null)))
                    .map(String::valueOf);
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
