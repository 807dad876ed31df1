package io.pilothouse.kafka;

import io.pilothouse.audit.spi.AuditTopicUnavailable;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Says in words why audit records do not reach their topic, and what to do about it. */
final class AuditTopicFailures {

    private static final String MEANING =
            "Records wait on the console's disk and are sent later; what other consoles record meanwhile is not shown.";

    private final AuditTopicProperties properties;
    private final Optional<AuditTopicProperties.Place> place;
    private final Clock clock;

    AuditTopicFailures(AuditTopicProperties properties, Optional<AuditTopicProperties.Place> place, Clock clock) {
        this.properties = properties;
        this.place = place;
        this.clock = clock;
    }

    Failure notConfigured() {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                "No Kafka cluster is set for the audit log",
                "Records stay on the console's disk and in its log, and are not shared with other consoles.",
                "Set pilothouse.kafka.clusters, or pilothouse.audit.bootstrap-servers.",
                "",
                clock.instant());
    }

    /** Why the topic cannot be used; looks at the brokers' addresses where the client cannot tell, for 2 s at most. */
    AuditTopicUnavailable of(Throwable problem) {
        Throwable reason = innermost(problem);
        return new AuditTopicUnavailable(known(reason).orElseGet(() -> ofCluster(reason)));
    }

    /** Why a record was given up. */
    AuditTopicUnavailable refused(Throwable problem) {
        Throwable reason = innermost(problem);
        return new AuditTopicUnavailable(known(reason)
                .orElseGet(() -> failure(
                        Failure.Kind.UNEXPECTED, "did not take a record", "Look at the logs of the brokers.", reason)));
    }

    private Optional<Failure> known(Throwable reason) {
        return switch (reason) {
            case InvalidReplicationFactorException _ ->
                Optional.of(failure(
                        Failure.Kind.UNEXPECTED,
                        "cannot be created with " + properties.replicationFactor() + " replicas",
                        "Start as many brokers, or set pilothouse.audit.replication-factor lower.",
                        reason));
            case AuthorizationException _ ->
                Optional.of(failure(
                        Failure.Kind.DENIED,
                        "may not be used by the console's user",
                        "Allow this user Create, Describe, DescribeConfigs, Read and Write on the topic.",
                        reason));
            case NotEnoughReplicasException _ ->
                Optional.of(failure(
                        Failure.Kind.UNREACHABLE,
                        "has too few replicas in sync to be written",
                        "Start the brokers that are down.",
                        reason));
            case RecordTooLargeException _ ->
                Optional.of(failure(
                        Failure.Kind.UNEXPECTED,
                        "does not take a record of this size",
                        "Raise max.message.bytes of the topic.",
                        reason));
            default -> Optional.empty();
        };
    }

    /** The brokers' addresses tell more than the client does. */
    private Failure ofCluster(Throwable reason) {
        if (place.isEmpty()) {
            return notConfigured();
        }
        AuditTopicProperties.Place at = place.get();
        Diagnosis diagnosis = new Diagnosis(clock, at.security().secured());
        Failure found = diagnosis.ofCluster(
                at.cluster(), diagnosis.look(Address.all(at.bootstrapServers())).values(), new NoAnswer(reason));
        return new Failure(
                found.kind(),
                named() + " cannot be reached",
                MEANING,
                found.remedy(),
                at.security().withoutSecrets(found.summary() + "; " + found.detail()),
                found.since());
    }

    private Failure failure(Failure.Kind kind, String what, String remedy, Throwable reason) {
        return new Failure(
                kind, named() + " " + what, MEANING, remedy, String.valueOf(reason.getMessage()), clock.instant());
    }

    private String named() {
        return "The audit topic " + properties.topic()
                + place.map(at -> " of " + at.cluster()).orElse("");
    }

    /** Clients wrap what is wrong with their settings. */
    private static Throwable innermost(Throwable problem) {
        Throwable cause = problem;
        while (cause.getClass() == KafkaException.class && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
