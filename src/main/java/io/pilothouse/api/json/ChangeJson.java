package io.pilothouse.api.json;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change that was asked for.
 *
 * @param self its own address
 * @param groups of the user, in their order
 * @param parameters what was chosen; null where this version of the console does not know the kind
 * @param begun when it was asked for
 * @param at when it reached its present stage
 * @param outcome {@code requested}, {@code progressing}, {@code stuck}, {@code settled}, {@code failed}, {@code superseded} or {@code refused}
 * @param ended whether nothing more is to come
 * @param words what happened; may be empty
 * @param progress null unless it is under way
 * @param reason why a check was overridden; null where none was
 * @param wayBack null where nothing takes it back, or it is not in force any more
 */
public record ChangeJson(
        String id,
        String self,
        String kind,
        @Nullable JsonNode parameters,
        String title,
        ChangedObjectJson object,
        String user,
        List<String> groups,
        Instant begun,
        Instant at,
        String outcome,
        boolean ended,
        String words,
        @Nullable ProgressJson progress,
        List<FieldChangeJson> fields,
        List<CheckJson> checks,
        @Nullable String reason,
        @Nullable WayBackJson wayBack) {

    public static ChangeJson of(FollowedChange change, Optional<JsonNode> parameters, Optional<WayBackJson> wayBack) {
        AuditRecord latest = change.recorded().latest();
        return new ChangeJson(
                change.recorded().id(),
                self(change.recorded().id()),
                latest.kind(),
                parameters.orElse(null),
                latest.title(),
                ChangedObjectJson.of(latest.object()),
                latest.user(),
                latest.groups().stream().sorted().toList(),
                change.recorded().begun(),
                latest.at(),
                outcome(change),
                change.recorded().ended(),
                latest.words(),
                change.progress().flatMap(ProgressJson::of).orElse(null),
                latest.fields().stream().map(FieldChangeJson::of).toList(),
                latest.checks().stream().map(CheckJson::of).toList(),
                latest.reason().orElse(null),
                wayBack.orElse(null));
    }

    /** The address of the change of this id. */
    public static String self(String id) {
        return Addresses.of("changes/" + id);
    }

    /** What became of it, in one word. */
    public static String outcome(FollowedChange change) {
        boolean stuck = change.progress().orElse(null) instanceof Progress.Underway underway && underway.stuck();
        Stage stage = change.recorded().latest().stage();
        return stuck ? "stuck" : stage == Stage.APPLIED ? "progressing" : Words.of(stage);
    }
}
