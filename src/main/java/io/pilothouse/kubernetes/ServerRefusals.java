package io.pilothouse.kubernetes;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Failure.Kind;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.spi.WriteAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the API server means when it does not take a write, by the {@code Status} that it answers. */
final class ServerRefusals {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]*)\"");
    private static final String NOTHING_DONE = "Nothing was changed.";

    private ServerRefusals() {}

    static WriteAnswer of(int code, Map<String, Object> body, Instant now) {
        LiveObject status = new LiveObject(body);
        String message = status.text("message").orElse("HTTP " + code);
        List<FieldConflict> conflicts = conflicts(status);
        if (code == CONFLICT && !conflicts.isEmpty()) {
            return new WriteAnswer.Contested(conflicts);
        }
        if (code == CONFLICT && status.text("reason").filter("Conflict"::equals).isPresent()) {
            return new WriteAnswer.Outdated();
        }
        if (code == TOO_MANY_REQUESTS && byBudget(status)) {
            return new WriteAnswer.Refused(new Failure(
                    Kind.DENIED,
                    "A PodDisruptionBudget does not let the pod go",
                    NOTHING_DONE,
                    "Wait until more pods are healthy, add replicas, or change the budget.",
                    message,
                    now));
        }
        if (code >= SERVER_ERROR || code == TOO_MANY_REQUESTS) {
            return new WriteAnswer.Unheard(new Failure(
                    Kind.UNEXPECTED,
                    "The Kubernetes API could not deal with the request",
                    "It is being found out whether anything was changed.",
                    "The detail says why; try again when the API server is well.",
                    message,
                    now));
        }
        return new WriteAnswer.Refused(refusal(code, message, now));
    }

    private static Failure refusal(int code, String message, Instant now) {
        return switch (code) {
            case FORBIDDEN ->
                new Failure(
                        Kind.DENIED,
                        "Kubernetes does not allow it",
                        NOTHING_DONE,
                        "The detail names the missing right, the quota or the policy that stands in the way.",
                        message,
                        now);
            case NOT_FOUND ->
                new Failure(
                        Kind.NOT_FOUND,
                        "The object is not there any more",
                        NOTHING_DONE,
                        "Look for what took its place.",
                        message,
                        now);
            default ->
                new Failure(
                        Kind.UNSUPPORTED,
                        "Kubernetes does not accept it",
                        NOTHING_DONE,
                        "The detail says what is wrong with it.",
                        message,
                        now);
        };
    }

    private static boolean byBudget(LiveObject status) {
        return status.children("details", "causes").anyMatch(cause -> "DisruptionBudget".equals(cause.get("reason")));
    }

    private static List<FieldConflict> conflicts(LiveObject status) {
        return status.children("details", "causes")
                .filter(cause -> "FieldManagerConflict".equals(cause.get("reason")))
                .map(cause -> new FieldConflict(
                        String.valueOf(cause.get("field")).replaceFirst("^\\.", ""),
                        manager(String.valueOf(cause.get("message"))),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private static String manager(String message) {
        Matcher named = MANAGER.matcher(message);
        return named.find() ? named.group(1) : message;
    }
}
