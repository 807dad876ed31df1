package io.pilothouse.access;

import io.pilothouse.fleet.WorkloadKind;
import java.util.Optional;

/** The kinds of Kubernetes objects that the picture shows, each readable on its own. */
public enum ReadableKind {
    DEPLOYMENTS("apps", "deployments"),
    STATEFUL_SETS("apps", "statefulsets"),
    DAEMON_SETS("apps", "daemonsets"),
    POD_SETS("core.strimzi.io", "strimzipodsets"),
    PODS("", "pods"),
    DISRUPTION_BUDGETS("policy", "poddisruptionbudgets"),
    EVENTS("", "events"),
    REPLICA_SETS("apps", "replicasets"),
    CONTROLLER_REVISIONS("apps", "controllerrevisions"),
    KAFKAS("kafka.strimzi.io", "kafkas"),
    SCALED_OBJECTS("keda.sh", "scaledobjects"),
    CLAIMS("", "persistentvolumeclaims"),
    QUOTAS("", "resourcequotas"),
    LIMIT_RANGES("", "limitranges"),
    TOPIC_RESOURCES("kafka.strimzi.io", "kafkatopics"),
    JOBS("batch", "jobs"),
    CRON_JOBS("batch", "cronjobs"),
    NETWORK_SERVICES("", "services"),
    NODES("", "nodes");

    private final String group;
    private final String resource;

    ReadableKind(String group, String resource) {
        this.group = group;
        this.resource = resource;
    }

    /** The kind that a workload of this kind is read as. */
    public static ReadableKind of(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT -> DEPLOYMENTS;
            case STATEFUL_SET -> STATEFUL_SETS;
            case DAEMON_SET -> DAEMON_SETS;
            case JOB -> JOBS;
            case CRON_JOB -> CRON_JOBS;
            case STRIMZI_POD_SET -> POD_SETS;
        };
    }

    /** What keeps the history of a workload of this kind; empty for one without. */
    public static Optional<ReadableKind> historyOf(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT -> Optional.of(REPLICA_SETS);
            case STATEFUL_SET, DAEMON_SET -> Optional.of(CONTROLLER_REVISIONS);
            case JOB, CRON_JOB, STRIMZI_POD_SET -> Optional.empty();
        };
    }

    /** The right to read all objects of this kind in the namespace, or everywhere when that is empty. */
    public Right list(String namespace) {
        return new Right("list", group, resource, namespace, "");
    }

    /** The right to read one object. */
    public Right get(String namespace, String name) {
        return new Right("get", group, resource, namespace, name);
    }
}
