package io.pilothouse.change;

import io.pilothouse.base.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The target as a person saw it. Its status may change meanwhile; what people decide of it must not.
 *
 * @param uid empty when it was not there
 * @param fields what people decide of it, by path
 */
public record Basis(String uid, Map<String, String> fields) {

    public Basis {
        fields = Map.copyOf(fields);
    }

    /** That of an object which may be absent. */
    public static Basis of(Optional<LiveObject> object) {
        return object.map(present -> new Basis(present.uid(), present.fields()))
                .orElseGet(() -> new Basis("", Map.of()));
    }

    /** What has changed since. */
    public List<FieldChange> since(Basis now) {
        return FieldChange.between(fields, now.fields());
    }
}
