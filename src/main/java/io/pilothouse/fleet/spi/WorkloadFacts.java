package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.FieldWriter;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Deployment, StatefulSet, DaemonSet or StrimziPodSet as its object says.
 *
 * @param images of the pod template, in its order
 * @param labels the object's own
 * @param podLabels those of its pod template
 * @param paused a Deployment whose rollout is paused
 * @param stalled reason and message of a Deployment's {@code Progressing} condition when that is false
 * @param replicaFailure message of a {@code ReplicaFailure} condition that is true: pods cannot be created (quota, admission)
 * @param batch what a Job or CronJob does; empty for the others
 * @param team whose it is, by the labels that are configured to say so
 * @param generation counts up with each change of its spec
 * @param writers what last wrote what is wanted of it
 * @param restartAsked whether Strimzi's operator is asked to make its pods anew
 */
public record WorkloadFacts(
        WorkloadId id,
        String uid,
        ReplicaCounts replicas,
        List<String> images,
        Map<String, String> labels,
        Map<String, String> podLabels,
        Instant created,
        boolean paused,
        Optional<String> stalled,
        Optional<String> replicaFailure,
        Optional<Batch> batch,
        Optional<String> team,
        long generation,
        List<FieldWriter> writers,
        boolean restartAsked) {

    /** The same with what it does. */
    public WorkloadFacts doing(Batch work, ReplicaCounts counts) {
        return new WorkloadFacts(
                id,
                uid,
                counts,
                images,
                labels,
                podLabels,
                created,
                paused,
                stalled,
                replicaFailure,
                Optional.of(work),
                team,
                generation,
                writers,
                restartAsked);
    }

    /** The same with whose it is. */
    public WorkloadFacts of(Optional<String> owner) {
        return new WorkloadFacts(
                id,
                uid,
                replicas,
                images,
                labels,
                podLabels,
                created,
                paused,
                stalled,
                replicaFailure,
                batch,
                owner,
                generation,
                writers,
                restartAsked);
    }
}
