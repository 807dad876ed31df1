package io.pilothouse.change;

import io.pilothouse.access.Right;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.WorkloadId;
import java.util.Locale;

/**
 * An object of Kubernetes that a change is about, there or not yet.
 *
 * @param group its API group; empty for the core group
 * @param version of the group: {@code v1}
 * @param kind its kind: {@code Deployment}
 * @param resource the kind as it stands in URLs and rights, in plural: {@code deployments}
 */
public record Target(String group, String version, String kind, String resource, String namespace, String name) {

    /** The object of a workload. */
    public static Target of(WorkloadId id) {
        String group = switch (id.kind()) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> "apps";
            case JOB, CRON_JOB -> "batch";
            case STRIMZI_POD_SET -> "core.strimzi.io";
        };
        return new Target(group, "v1", id.kind().kind(), id.kind().slug() + "s", id.namespace(), id.name());
    }

    /** The {@code Kafka} by which Strimzi runs a cluster. */
    public static Target kafka(ClusterId cluster) {
        return new Target("kafka.strimzi.io", "v1", "Kafka", "kafkas", cluster.namespace(), cluster.name());
    }

    /** A {@code KafkaNodePool} of a cluster. */
    public static Target nodePool(ClusterId cluster, String pool) {
        return new Target("kafka.strimzi.io", "v1", "KafkaNodePool", "kafkanodepools", cluster.namespace(), pool);
    }

    /** A pod. */
    public static Target pod(String namespace, String name) {
        return new Target("", "v1", "Pod", "pods", namespace, name);
    }

    /** As it stands in the object itself: {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The right to do this with it. */
    public Right right(String verb) {
        return new Right(verb, group, resource, namespace, name);
    }

    /** The right to do this with a part of it that has rights of its own: {@code scale}, {@code eviction}. */
    public Right right(String verb, String subresource) {
        return new Right(verb, group, resource + "/" + subresource, namespace, name);
    }

    /** As kubectl takes it: {@code -n shop deployment/orders}. */
    public String inCommand() {
        String qualified = group.isEmpty() || group.equals("apps") || group.equals("batch")
                ? kind.toLowerCase(Locale.ROOT)
                : resource + "." + group;
        return "-n " + namespace + " " + qualified + "/" + name;
    }
}
