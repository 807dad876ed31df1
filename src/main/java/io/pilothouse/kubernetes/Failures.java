package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Failure.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What the API server's and the connection's refusals mean, in words. */
final class Failures {

    private static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;

    /** Answers that say nothing about the kind: credentials, a list that took too long, too many requests. */
    private static final Set<Integer> PASSING = Set.of(UNAUTHORIZED, 410, 429);

    /** Where fabric8 looks when nothing says where the API server is. */
    private static final String NOWHERE = "https://kubernetes.default.svc/";

    private static final String STAYS = "What is shown of Kubernetes is as it was before, and may have changed.";
    private static final String AGAIN = "it is asked again all the time.";

    private Failures() {}

    /** Nothing has gone wrong, but not all objects are listed yet. */
    static Failure notListedYet(Instant now) {
        return new Failure(
                Kind.PREPARING,
                "Kubernetes' objects are being listed",
                "Nothing of Kubernetes can be shown yet.",
                "It appears by itself within seconds.",
                "",
                now);
    }

    /** The API server as a whole cannot be asked. */
    static Failure ofServer(Throwable thrown, String url, Instant now) {
        String api = "The Kubernetes API at " + url;
        String detail = detail(thrown);
        if (hasCode(thrown, UNAUTHORIZED)) {
            return new Failure(
                    Kind.DENIED,
                    api + " does not accept the console's credentials",
                    STAYS,
                    "Check the token or certificate of the account in the console's kubeconfig.",
                    detail,
                    now);
        }
        if (has(thrown, SSLException.class)) {
            return new Failure(
                    Kind.UNREACHABLE,
                    api + " cannot be trusted, or does not speak TLS",
                    STAYS,
                    "Check the server's address and the certificate authority in the console's kubeconfig.",
                    detail,
                    now);
        }
        if (unresolved(thrown) && url.equals(NOWHERE)) {
            return new Failure(
                    Kind.NOT_FOUND,
                    "No kubeconfig was found, so it is not known where the Kubernetes API is",
                    "Nothing of Kubernetes can be shown.",
                    "Set pilothouse.kubernetes.kubeconfig or the variable KUBECONFIG, or run the console in the cluster.",
                    detail,
                    now);
        }
        if (has(thrown, HttpTimeoutException.class) || has(thrown, TimeoutException.class)) {
            return new Failure(
                    Kind.TIMEOUT,
                    api + " does not answer in time",
                    STAYS,
                    "Check the load of the API server and the way to it; " + AGAIN,
                    detail,
                    now);
        }
        if (answered(thrown)) {
            return new Failure(
                    Kind.UNEXPECTED,
                    api + " is not ready",
                    STAYS,
                    "The detail says which of its checks fails, often etcd; " + AGAIN,
                    detail,
                    now);
        }
        return new Failure(
                Kind.UNREACHABLE,
                api + " cannot be reached",
                STAYS,
                "Check that the API server runs and that the address in the console's kubeconfig is right; " + AGAIN,
                detail,
                now);
    }

    /** The console may not ask what people may do. */
    static Failure ofReviews(Throwable thrown, Instant now) {
        return new Failure(
                Kind.DENIED,
                "The console may not ask Kubernetes what people may see",
                "Without an answer nobody sees more than before.",
                "Give the console's account the right create on subjectaccessreviews.authorization.k8s.io.",
                detail(thrown),
                now);
    }

    /** The console may not ask whose a token is. */
    static Failure ofTokenReviews(Throwable thrown, Instant now) {
        return new Failure(
                Kind.DENIED,
                "The console may not ask Kubernetes whose a token is",
                "Nobody can sign in with a bearer token.",
                "Give the console's account the right create on tokenreviews.authentication.k8s.io.",
                detail(thrown),
                now);
    }

    /** One kind of object cannot be read, although the API server answers. */
    static Failure ofKind(Throwable thrown, String kind, Instant now) {
        boolean denied = hasCode(thrown, FORBIDDEN);
        return new Failure(
                denied ? Kind.DENIED : Kind.UNEXPECTED,
                denied ? "The console may not read " + kind : "Kubernetes does not list " + kind,
                "What is shown of this kind is missing or old.",
                denied
                        ? "Give the console's account the rights get, list and watch on " + kind + " in all namespaces."
                        : "The detail says why; " + AGAIN,
                detail(thrown),
                now);
    }

    /** Nobody can tell whether a write was done. */
    static Failure ofWrite(Throwable thrown, Instant now) {
        return new Failure(
                has(thrown, TimeoutException.class) ? Kind.TIMEOUT : Kind.UNREACHABLE,
                "The Kubernetes API did not answer",
                "It is being found out whether anything was changed.",
                "Wait until the API server answers again; the change says then what became of it.",
                detail(thrown),
                now);
    }

    /** The log of one container cannot be read. */
    static Failure ofLog(Throwable thrown, String pod, String container, Instant now) {
        boolean denied = hasCode(thrown, FORBIDDEN);
        return new Failure(
                denied ? Kind.DENIED : Kind.UNREACHABLE,
                denied
                        ? "The console may not read logs"
                        : "The log of container " + container + " of pod " + pod + " cannot be read",
                "Lines of it are missing.",
                denied
                        ? "Give the console's account the right get on pods/log in all namespaces."
                        : "The detail says why; it is tried again every few seconds.",
                detail(thrown),
                now);
    }

    /** Whether the API server answered, and the answer was that it does not let the kind be read. */
    static boolean refused(Throwable thrown) {
        return answered(thrown) && PASSING.stream().noneMatch(code -> hasCode(thrown, code));
    }

    static boolean hasCode(Throwable thrown, int code) {
        return causes(thrown).anyMatch(cause -> cause instanceof KubernetesClientException e && e.getCode() == code);
    }

    private static boolean answered(Throwable thrown) {
        return causes(thrown).anyMatch(cause -> cause instanceof KubernetesClientException e && e.getCode() >= 400);
    }

    private static boolean unresolved(Throwable thrown) {
        return has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return causes(thrown).anyMatch(type::isInstance);
    }

    /** Java's client hides in the cause what its exception's own message lacks. */
    private static String detail(Throwable thrown) {
        return causes(thrown)
                .filter(cause -> !(cause instanceof ExecutionException || cause instanceof CompletionException))
                .map(Failures::inWords)
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
    }

    private static String inWords(Throwable cause) {
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            return "connection refused or no route";
        }
        return Optional.ofNullable(cause.getMessage())
                .orElseGet(() -> cause.getClass().getSimpleName());
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
