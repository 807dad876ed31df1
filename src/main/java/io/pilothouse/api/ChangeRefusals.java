package io.pilothouse.api;

import io.pilothouse.access.Right;
import io.pilothouse.api.json.CheckJson;
import io.pilothouse.api.json.FieldChangeJson;
import io.pilothouse.api.json.FieldConflictJson;
import io.pilothouse.api.json.RightJson;
import io.pilothouse.base.Failure;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Check;
import io.pilothouse.change.FieldConflict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Why a change is not previewed or not done. */
final class ChangeRefusals {

    private static final String NOTHING = "Nothing was changed. ";

    private ChangeRefusals() {}

    static Refusal denied(List<Right> missing) {
        return Refusal.of(
                HttpStatus.FORBIDDEN,
                "You may not do this",
                NOTHING + "You lack the right to "
                        + missing.stream().map(Right::inWords).collect(Collectors.joining("; ")) + ".",
                Map.of("missing", missing.stream().map(RightJson::of).toList()));
    }

    static Refusal outdated(List<FieldChange> since) {
        return Refusal.of(
                HttpStatus.CONFLICT,
                "The object has changed since the preview",
                NOTHING + "Preview it again, and apply with the basis of that preview.",
                Map.of("since", since.stream().map(FieldChangeJson::of).toList()));
    }

    static Refusal contested(List<FieldConflict> conflicts) {
        return Refusal.of(
                HttpStatus.CONFLICT,
                "Other managers own fields of it",
                NOTHING + "Leave their fields out, or name in takeOver those that are to be taken over.",
                Map.of(
                        "conflicts",
                        conflicts.stream().map(FieldConflictJson::of).toList()));
    }

    static Refusal blocked(List<Check> checks) {
        return Refusal.of(
                HttpStatus.PRECONDITION_FAILED,
                "A check stands in the way",
                NOTHING
                        + "Who has the right override on the resource may go ahead by giving a reason, which is recorded.",
                Map.of("checks", checks.stream().map(CheckJson::of).toList()));
    }

    static Refusal unconfirmed(List<Check> checks) {
        return Refusal.of(
                HttpStatus.PRECONDITION_FAILED,
                "A check warns",
                NOTHING + "Read the warnings, and set warningsConfirmed if it is to be done all the same.",
                Map.of("checks", checks.stream().map(CheckJson::of).toList()));
    }

    static Refusal unseen() {
        return Refusal.of(
                HttpStatus.PRECONDITION_REQUIRED,
                "The basis is missing",
                NOTHING + "Preview the change first, and give the field basis of the preview back.",
                Map.of());
    }

    static Refusal unfit(String why) {
        return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "The change does not fit", NOTHING + why + ".", Map.of());
    }

    static Refusal keyTaken(String id) {
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key belongs to another change",
                NOTHING + "Change " + id + " was asked for with it. Take a new key for each change.",
                Map.of());
    }

    static Refusal notDone(String words) {
        return Refusal.of(
                HttpStatus.CONFLICT,
                "This was asked for before, and not done",
                NOTHING + (words.isEmpty() ? "" : "What happened then: " + words + ". ")
                        + "Preview it again, and apply with a new Idempotency-Key.",
                Map.of());
    }

    static Refusal failed(Failure failure) {
        HttpStatus status = switch (failure.kind()) {
            case DENIED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND, UNSUPPORTED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PREPARING, UNREACHABLE, TIMEOUT, UNEXPECTED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        String detail = failure.detail().isBlank() ? "" : " In the server's words: " + failure.detail();
        return Refusal.of(status, failure.summary(), failure.meaning() + " " + failure.remedy() + detail, Map.of());
    }
}
