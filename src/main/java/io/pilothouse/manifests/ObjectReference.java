package io.pilothouse.manifests;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.fleet.WorkloadId;
import java.util.Locale;

/**
 * An object of Kubernetes.
 *
 * @param readable what it is read as
 * @param apiVersion its API group and version: {@code apps/v1}
 * @param kind its kind: {@code Deployment}
 */
public record ObjectReference(ReadableKind readable, String apiVersion, String kind, String namespace, String name) {

    /** The object of a workload. */
    public static ObjectReference of(WorkloadId id) {
        String apiVersion = switch (id.kind()) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> "apps/v1";
            case JOB, CRON_JOB -> "batch/v1";
            case STRIMZI_POD_SET -> "core.strimzi.io/v1";
        };
        return new ObjectReference(
                ReadableKind.of(id.kind()), apiVersion, id.kind().kind(), id.namespace(), id.name());
    }

    /** A Strimzi {@code KafkaTopic}. */
    public static ObjectReference kafkaTopic(String namespace, String name) {
        return new ObjectReference(ReadableKind.TOPIC_RESOURCES, "kafka.strimzi.io/v1", "KafkaTopic", namespace, name);
    }

    /** The right to read it. */
    public Right right() {
        return readable.get(namespace, name);
    }

    /** A name for a file that holds it: {@code deployment-orders.yaml}. */
    public String fileName() {
        return kind.toLowerCase(Locale.ROOT) + "-" + name + ".yaml";
    }
}
