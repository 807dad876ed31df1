package io.pilothouse.prometheus;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Failure.Kind;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words why Prometheus gives no answer. */
final class QueryFailures {

    private static final String MEANING =
            "CPU, memory and throughput are not known; what Kubernetes and Kafka tell is shown all the same.";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    private final Clock clock;

    QueryFailures(Clock clock) {
        this.clock = clock;
    }

    SourceUnavailable notConfigured() {
        return failure(
                Kind.NOT_FOUND,
                "No Prometheus is configured",
                "Name its address in the setting pilothouse.prometheus.url, as http://prometheus.monitoring:9090.",
                "");
    }

    /** There was no answer at all. */
    SourceUnavailable noAnswer(URI url, Throwable reason) {
        String server = "Prometheus at " + url.getAuthority();
        String detail = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        if (causedBy(SSLException.class, reason)) {
            return failure(
                    Kind.UNREACHABLE,
                    server + " cannot be trusted or does not speak TLS",
                    "Check http or https in pilothouse.prometheus.url, and that the console trusts its certificate.",
                    detail);
        }
        if (causedBy(UnresolvedAddressException.class, reason)) {
            return failure(
                    Kind.NOT_FOUND,
                    server + " has an unknown host name",
                    "Check the setting pilothouse.prometheus.url and the name service.",
                    detail);
        }
        return switch (reason) {
            case TimeoutException _ -> slow(server, detail);
            case HttpTimeoutException _ -> slow(server, detail);
            case ConnectException _ ->
                failure(
                        Kind.UNREACHABLE,
                        server + " refuses connections",
                        "Start it, or correct the setting pilothouse.prometheus.url.",
                        detail);
            default ->
                failure(
                        Kind.UNREACHABLE,
                        server + " ended the connection",
                        "It is asked again within seconds; if it stays so, look at its log.",
                        detail);
        };
    }

    /** It, or a proxy before it, answered with an HTTP status and no word of its own. */
    SourceUnavailable status(URI url, int status) {
        String server = "Prometheus at " + url.getAuthority();
        String detail = "HTTP status " + status + " for " + url.getPath();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return failure(
                    Kind.DENIED,
                    server + " denies access",
                    "Let the console query it without credentials, or through a proxy that adds them.",
                    detail);
        }
        if (status >= FIRST_SERVER_ERROR) {
            return failure(
                    Kind.UNREACHABLE,
                    server + " is not ready",
                    "It starts or is overloaded, or a proxy does not reach it; look at its log if it stays so.",
                    detail);
        }
        boolean elsewhere = status == NOT_FOUND || (status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR);
        return failure(
                elsewhere ? Kind.NOT_FOUND : Kind.UNEXPECTED,
                server + " has no query API there",
                "Check the path in the setting pilothouse.prometheus.url.",
                detail);
    }

    /** It answered something that is not of Prometheus. */
    SourceUnavailable foreign(URI url) {
        return failure(
                Kind.UNEXPECTED,
                "What answers at " + url.getAuthority() + " is not Prometheus",
                "Check the setting pilothouse.prometheus.url; a proxy may have put its own page in between.",
                "");
    }

    /** It answered that it cannot answer. */
    SourceUnavailable refused(URI url, String errorType, String error) {
        boolean overloaded =
                errorType.equals("timeout") || errorType.equals("canceled") || errorType.equals("unavailable");
        return failure(
                overloaded ? Kind.TIMEOUT : Kind.UNEXPECTED,
                "Prometheus at " + url.getAuthority() + (overloaded ? " is too slow for a query" : " refuses a query"),
                overloaded
                        ? "It is overloaded; look at its own metrics."
                        : "Its version may be too old, or a limit too low; the detail tells.",
                errorType + ": " + error);
    }

    /** Java's client wraps the true reason, now and then only. */
    private static boolean causedBy(Class<? extends Throwable> cause, Throwable reason) {
        return Stream.iterate(reason, Objects::nonNull, Throwable::getCause).anyMatch(cause::isInstance);
    }

    private SourceUnavailable slow(String server, String detail) {
        return failure(
                Kind.TIMEOUT,
                server + " does not answer in time",
                "It hangs or is overloaded, or the network drops the packets; raise pilothouse.prometheus.deadline if it is far.",
                detail);
    }

    private SourceUnavailable failure(Kind kind, String summary, String remedy, String detail) {
        return new SourceUnavailable(new Failure(kind, summary, MEANING, remedy, detail, clock.instant()));
    }
}
