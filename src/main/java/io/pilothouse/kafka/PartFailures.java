package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Says in words why one part of a cluster's facts could not be had while the cluster as a whole answers. */
final class PartFailures {

    private final Clock clock;

    PartFailures(Clock clock) {
        this.clock = clock;
    }

    /**
     * The failure of a question.
     *
     * @param summary what failed, one sentence without a full stop
     * @param meaning what follows from it, one sentence
     */
    Failure of(NoAnswer noAnswer, String summary, String meaning) {
        Failure.Kind kind = kind(noAnswer.reason());
        return of(kind, summary, meaning, remedy(kind), noAnswer.message());
    }

    /** A failure that an answer tells of. */
    Failure of(Failure.Kind kind, String summary, String meaning, String remedy, String detail) {
        return new Failure(kind, summary, meaning, remedy, detail, clock.instant());
    }

    private static Failure.Kind kind(Throwable reason) {
        return switch (reason) {
            case TimeoutException _ -> Failure.Kind.TIMEOUT;
            case org.apache.kafka.common.errors.TimeoutException _ -> Failure.Kind.TIMEOUT;
            case DisconnectException _ -> Failure.Kind.UNREACHABLE;
            case AuthenticationException _, AuthorizationException _ -> Failure.Kind.DENIED;
            case UnsupportedVersionException _ -> Failure.Kind.UNSUPPORTED;
            default -> Failure.Kind.UNEXPECTED;
        };
    }

    private static String remedy(Failure.Kind kind) {
        return switch (kind) {
            case TIMEOUT, UNREACHABLE ->
                "It is asked again within seconds; if it stays so, look at the brokers' logs and load.";
            case DENIED -> "Give the console's Kafka user the rights Describe and DescribeConfigs on it.";
            case UNSUPPORTED -> "It takes a newer version of Kafka.";
            case PREPARING, NOT_FOUND, UNEXPECTED ->
                "It is asked again within seconds; the brokers' logs may tell more.";
        };
    }
}
