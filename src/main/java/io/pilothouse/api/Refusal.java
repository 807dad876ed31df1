package io.pilothouse.api;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that is not answered with what it asks for, and why: what failed, what it means, what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String title;

    private final transient Map<String, Object> facts;

    private Refusal(HttpStatus status, String title, String meaningAndRemedy) {
        this(status, title, meaningAndRemedy, Map.of());
    }

    private Refusal(HttpStatus status, String title, String meaningAndRemedy, Map<String, Object> facts) {
        super(meaningAndRemedy);
        this.status = status;
        this.title = title;
        this.facts = facts;
    }

    /** @param facts what programs can act on, by name */
    static Refusal of(HttpStatus status, String title, String meaningAndRemedy, Map<String, Object> facts) {
        return new Refusal(status, title, meaningAndRemedy, facts);
    }

    /** A parameter that cannot be understood. */
    static Refusal parameter(String name, String remedy) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "The parameter '" + name + "' cannot be understood",
                "Nothing was looked up. " + remedy);
    }

    /** The same whether there is such an object or not. */
    static Refusal hidden(Right missing) {
        return new Refusal(
                HttpStatus.FORBIDDEN,
                "You may not see this",
                "You lack the right to " + missing.inWords()
                        + ". Ask whoever administers the Kubernetes cluster to grant it; it takes effect here within seconds.");
    }

    /** Only said to who would see it if it were there. */
    static Refusal absent(String what) {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "There is no " + what,
                "It may have been deleted, or the address is wrong. Look it up in the list of its kind.");
    }

    /** Nobody can say what is there, because it was never read. */
    static Refusal unread(Failure failure) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, failure.summary(), failure.meaning() + " " + failure.remedy());
    }

    HttpStatus status() {
        return status;
    }

    /** What failed, one sentence without a full stop. */
    String title() {
        return title;
    }

    /** What programs can act on, by name; may be empty. */
    Map<String, Object> facts() {
        return facts;
    }
}
