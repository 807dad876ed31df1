package io.pilothouse.fleet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of Kubernetes objects that keep pods running, and that people call a service. */
public enum WorkloadKind {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet"),
    /** Runs pods to their end, once. */
    JOB("Job"),
    /** Makes Jobs by a schedule. */
    CRON_JOB("CronJob"),
    /** Strimzi's own: it runs the brokers of a Kafka cluster, and belongs to Kafka. */
    STRIMZI_POD_SET("StrimziPodSet");

    private final String kind;

    WorkloadKind(String kind) {
        this.kind = kind;
    }

    /** The {@code kind} of the Kubernetes object. */
    public String kind() {
        return kind;
    }

    /** The kind as it stands in a URL: its name in lower case. */
    public String slug() {
        return kind.toLowerCase(Locale.ROOT);
    }

    /** The kind of a Kubernetes object by its {@code kind}; empty for objects of other kinds. */
    public static Optional<WorkloadKind> ofKind(String kind) {
        return Stream.of(values())
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst();
    }

    /** The kind that a URL names, if there is one of that name. */
    public static Optional<WorkloadKind> ofSlug(String slug) {
        return Stream.of(values())
                .filter(candidate -> candidate.slug().equals(slug))
                .findFirst();
    }
}
