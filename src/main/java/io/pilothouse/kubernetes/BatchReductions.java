package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.number;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is kept of Jobs and CronJobs. */
final class BatchReductions {

    private BatchReductions() {}

    /**
     * A Job.
     *
     * @param cronJob the uid of the CronJob that made it; empty for one that was made by hand, or by something that the picture does not hold
     * @param facts the Job as a workload of its own
     */
    record ReducedJob(Optional<String> cronJob, WorkloadFacts facts) {

        ReducedJob of(Optional<String> team) {
            return new ReducedJob(cronJob, facts.of(team));
        }

        Batch.Run run() {
            return facts.batch().orElseThrow().runs().getFirst();
        }
    }

    static ReducedJob job(Job job) {
        Batch batch = new Batch(
                Optional.empty(), Boolean.TRUE.equals(job.getSpec().getSuspend()), Optional.empty(), List.of(run(job)));
        Optional<String> cronJob = list(job.getMetadata().getOwnerReferences()).stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()) && "CronJob".equals(owner.getKind()))
                .map(OwnerReference::getUid)
                .map(String::intern)
                .findFirst();
        return new ReducedJob(
                cronJob,
                WorkloadReductions.batch(job, WorkloadKind.JOB, job.getSpec().getTemplate(), batch));
    }

    /** Without its runs. */
    static WorkloadFacts cronJob(CronJob cronJob) {
        var spec = cronJob.getSpec();
        Batch batch = new Batch(
                Optional.of(text(spec.getSchedule())
                        + Optional.ofNullable(spec.getTimeZone())
                                .map(zone -> " " + zone)
                                .orElse("")),
                Boolean.TRUE.equals(spec.getSuspend()),
                Optional.ofNullable(cronJob.getStatus())
                        .flatMap(status -> Metadata.instant(status.getLastScheduleTime())),
                List.of());
        return WorkloadReductions.batch(
                cronJob, WorkloadKind.CRON_JOB, spec.getJobTemplate().getSpec().getTemplate(), batch);
    }

    /** A CronJob with its runs, of these Jobs. */
    static WorkloadFacts complete(WorkloadFacts cronJob, Stream<ReducedJob> jobs) {
        Batch batch = cronJob.batch().orElseThrow();
        Batch whole = new Batch(
                batch.schedule(),
                batch.suspended(),
                batch.lastSchedule(),
                jobs.filter(job -> job.cronJob().filter(cronJob.uid()::equals).isPresent())
                        .map(ReducedJob::run)
                        .sorted(Comparator.comparing(Batch.Run::begun).reversed())
                        .toList());
        return cronJob.doing(whole, replicas(whole));
    }

    /** What a batch has running counts as what it wants: pods that have ended are not missed. */
    static ReplicaCounts replicas(Batch batch) {
        List<Batch.Run> running = batch.running();
        int active = running.stream().mapToInt(Batch.Run::active).sum();
        return new ReplicaCounts(
                active, running.stream().mapToInt(Batch.Run::ready).sum(), active, true);
    }

    private static Batch.Run run(Job job) {
        JobStatus status = Optional.ofNullable(job.getStatus()).orElseGet(JobStatus::new);
        Optional<JobCondition> failed = condition(status, "Failed");
        Optional<JobCondition> complete = condition(status, "Complete");
        Instant begun = Metadata.instant(status.getStartTime()).orElse(Metadata.created(job));
        return new Batch.Run(
                job.getMetadata().getName(),
                begun,
                Metadata.instant(status.getCompletionTime())
                        .or(() -> failed.flatMap(condition -> Metadata.instant(condition.getLastTransitionTime()))),
                outcome(failed.isPresent(), complete.isPresent()),
                failed.map(condition -> message(condition)).orElse(""),
                number(status.getActive()),
                number(status.getReady()),
                number(status.getSucceeded()),
                number(status.getFailed()),
                Optional.ofNullable(job.getSpec().getCompletions()));
    }

    private static Batch.Outcome outcome(boolean failed, boolean complete) {
        if (failed) {
            return Batch.Outcome.FAILED;
        }
        return complete ? Batch.Outcome.COMPLETE : Batch.Outcome.RUNNING;
    }

    private static String message(JobCondition condition) {
        return text(condition.getMessage()).isEmpty() ? text(condition.getReason()) : text(condition.getMessage());
    }

    private static Optional<JobCondition> condition(JobStatus status, String type) {
        return list(status.getConditions()).stream()
                .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()))
                .findFirst();
    }
}
