package io.pilothouse.fleet;

import io.pilothouse.base.Health;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Deployment, StatefulSet, DaemonSet, Job, CronJob or StrimziPodSet with its pods: what people call a service. ({@code Service} is a network
 * object in Kubernetes, hence the name.)
 *
 * @param uid Kubernetes' own identity of the object
 * @param health its state and why
 * @param replicas how many pods it wants and has
 * @param autoscaling the HorizontalPodAutoscaler that owns its replica count, if one does
 * @param restarts container restarts within the last hour
 * @param images the distinct images of its pod template, in the template's order; never empty for a valid workload
 * @param team whose it is, by the labels that are configured to say so ({@code app.kubernetes.io/part-of} unless others are); empty without any
 * @param kafkaCluster the name of the Kafka cluster (in the same namespace) whose brokers it runs, for Strimzi's own
 * @param created when the object was created
 * @param pods its present pods, by name
 * @param budgets the PodDisruptionBudgets that are about its pods; more than one and no pod can be evicted (Kubernetes' documentation, "Eviction")
 * @param revisions the pod templates it has and had, newest first; empty for a StrimziPodSet, which keeps none
 * @param scaledObject the KEDA ScaledObject that scales it, if one does
 * @param headroom how many more pods of it fit into its namespace's quotas; empty where none limits it, or it has no pod to go by
 * @param batch what a Job or CronJob does; empty for the others
 * @param networkServices the {@code Service} objects that lead to its pods, by name
 * @param rollout how far the roll-out of its newest spec is
 * @param writers what last wrote what is wanted of it
 */
public record Workload(
        WorkloadId id,
        String uid,
        Health health,
        ReplicaCounts replicas,
        Optional<Autoscaling> autoscaling,
        Restarts restarts,
        List<String> images,
        Optional<String> team,
        Optional<String> kafkaCluster,
        Instant created,
        List<Pod> pods,
        List<DisruptionBudget> budgets,
        List<Revision> revisions,
        Optional<ScaledObject> scaledObject,
        Optional<Headroom> headroom,
        Optional<Batch> batch,
        List<NetworkService> networkServices,
        RolloutState rollout,
        List<FieldWriter> writers) {

    public Workload {
        images = List.copyOf(images);
        pods = List.copyOf(pods);
        budgets = List.copyOf(budgets);
        revisions = List.copyOf(revisions);
        networkServices = List.copyOf(networkServices);
        writers = List.copyOf(writers);
    }

    /**
     * Between how many replicas it is scaled by itself: KEDA's range where KEDA scales it, to none or its idle count included; empty for one that
     * nothing scales just now.
     */
    public Optional<ReplicaRange> range() {
        return scaledObject
                .map(keda -> keda.paused()
                        ? Optional.<ReplicaRange>empty()
                        : Optional.of(new ReplicaRange(keda.idle().orElse(keda.minimum()), keda.maximum())))
                .orElseGet(() -> autoscaling.map(scaling -> new ReplicaRange(scaling.minimum(), scaling.maximum())));
    }

    /**
     * {@link #range()} as far as quotas let it go: its maximum is never more than the present pods and those that still fit, and never less than
     * the present pods.
     */
    public Optional<ReplicaRange> reachableRange() {
        return range().map(range -> headroom.map(room -> new ReplicaRange(
                        range.minimum(), (int) Math.min(range.maximum(), (long) pods.size() + room.pods())))
                .orElse(range));
    }

    /** Whether Strimzi runs it for a Kafka cluster, so that it is acted on there. */
    public boolean isKafkas() {
        return id.kind() == WorkloadKind.STRIMZI_POD_SET;
    }
}
