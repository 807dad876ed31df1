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
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What the API server's and the connection's refusals mean, in words. */
final class Failures {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private Failures() {}

    /** The API server as a whole cannot be asked. */
    static Failure ofServer(Throwable thrown, String url, Instant now) {
        String stays = "What is shown of Kubernetes is as it was before, and may have changed.";
        return switch (kind(thrown)) {
            case DENIED ->
                new Failure(
                        Kind.DENIED,
                        "The Kubernetes API at " + url + " does not accept the console's credentials",
                        stays,
                        "Check the token or certificate of the account in the console's kubeconfig.",
                        detail(thrown),
                        now);
            case TIMEOUT ->
                new Failure(
                        Kind.TIMEOUT,
                        "The Kubernetes API at " + url + " does not answer in time",
                        stays,
                        "Check the load of the API server and the way to it; it is asked again every second.",
                        detail(thrown),
                        now);
            case UNSUPPORTED ->
                new Failure(
                        Kind.UNSUPPORTED,
                        "The Kubernetes API at " + url + " cannot be trusted or speaks no TLS",
                        stays,
                        "Check the certificate authority in the console's kubeconfig.",
                        detail(thrown),
                        now);
            default ->
                new Failure(
                        Kind.UNREACHABLE,
                        "The Kubernetes API at " + url + " cannot be reached",
                        stays,
                        "Check that the API server runs and that the address is right (pilothouse.kubernetes.kubeconfig); "
                                + "it is asked again every second.",
                        detail(thrown),
                        now);
        };
    }

    /** One kind of object cannot be read, although the API server answers. */
    static Failure ofKind(Throwable thrown, String kind, Instant now) {
        boolean denied = kind(thrown) == Kind.DENIED;
        return new Failure(
                denied ? Kind.DENIED : Kind.UNEXPECTED,
                "Kubernetes does not let the console read " + kind,
                "Objects of this kind are missing from the picture.",
                denied
                        ? "Give the console's account the rights get, list and watch on " + kind + "."
                        : "The console's log tells more; it is tried again all the time.",
                detail(thrown),
                now);
    }

    static boolean hasCode(Throwable thrown, int code) {
        return causes(thrown).anyMatch(cause -> cause instanceof KubernetesClientException e && e.getCode() == code);
    }

    private static Kind kind(Throwable thrown) {
        if (hasCode(thrown, UNAUTHORIZED) || hasCode(thrown, FORBIDDEN)) {
            return Kind.DENIED;
        }
        return causes(thrown)
                .flatMap(cause -> kindOf(cause).stream())
                .findFirst()
                .orElse(Kind.UNREACHABLE);
    }

    private static Optional<Kind> kindOf(Throwable cause) {
        return switch (cause) {
            case ConnectException _, UnknownHostException _, UnresolvedAddressException _ ->
                Optional.of(Kind.UNREACHABLE);
            case HttpTimeoutException _, TimeoutException _ -> Optional.of(Kind.TIMEOUT);
            case SSLException _ -> Optional.of(Kind.UNSUPPORTED);
            default -> Optional.empty();
        };
    }

    private static String detail(Throwable thrown) {
        return causes(thrown)
                .map(cause -> Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName()))
                .findFirst()
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
