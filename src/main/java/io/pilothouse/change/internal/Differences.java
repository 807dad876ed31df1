package io.pilothouse.change.internal;

import io.pilothouse.base.FieldChange;
import io.pilothouse.base.FieldPaths;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a write changes, field by field, and whether it is found to have happened. */
final class Differences {

    private static final String REPLICAS = "spec.replicas";

    /** The whole object. */
    private static final String WHOLE = "";

    private Differences() {}

    /**
     * @param before the object that is written, as it was; empty when it was not there
     * @param answer what the API server answered, or would
     */
    static List<FieldChange> of(Write write, Optional<LiveObject> before, LiveObject answer) {
        return switch (write) {
            case Write.Patch patch
            when !patch.subresource().isEmpty() -> FieldChange.between(replicas(before), replicas(Optional.of(answer)));
            case Write.Patch _, Write.Apply _ -> FieldChange.between(fields(before), answer.fields());
            case Write.Create create -> FieldChange.between(Map.of(), FieldPaths.of(create.body()));
            case Write.Delete delete -> gone(delete);
            case Write.Evict evict -> gone(evict);
            case Write.Several several ->
                several.writes().stream()
                        .flatMap(single ->
                                of(single, Optional.empty(), answer).stream().map(field -> of(single, field)))
                        .toList();
        };
    }

    /**
     * Whether the object is as the write would have left it.
     *
     * @param recorded what the write was to change
     */
    static boolean inPlace(Write write, List<FieldChange> recorded, Optional<LiveObject> now) {
        return switch (write) {
            case Write.Delete _, Write.Evict _ ->
                now.isEmpty()
                        || now.orElseThrow().at("metadata", "deletionTimestamp").isPresent();
            case Write.Create _ -> now.isPresent();
            case Write.Several several -> inPlace(several.writes().getLast(), recorded, now);
            case Write.Patch _, Write.Apply _ ->
                now.filter(object -> recorded.stream()
                                .allMatch(change -> Optional.ofNullable(
                                                object.fields().get(change.path()))
                                        .equals(change.after())))
                        .isPresent();
        };
    }

    /** Of several objects, it is said of which one. */
    private static FieldChange of(Write write, FieldChange field) {
        String object = write.target().kind() + " " + write.target().name();
        return field.path().equals(WHOLE)
                ? field
                : new FieldChange(object + ": " + field.path(), field.before(), field.after());
    }

    private static List<FieldChange> gone(Write write) {
        String what = write.target().kind() + " " + write.target().name();
        return List.of(new FieldChange(WHOLE, Optional.of(what), Optional.empty()));
    }

    private static Map<String, String> replicas(Optional<LiveObject> object) {
        Map<String, String> replicas = new HashMap<>();
        object.flatMap(present -> present.at("spec", "replicas"))
                .ifPresent(count -> replicas.put(REPLICAS, String.valueOf(count)));
        return replicas;
    }

    private static Map<String, String> fields(Optional<LiveObject> object) {
        return object.map(LiveObject::fields).orElse(Map.of());
    }
}
