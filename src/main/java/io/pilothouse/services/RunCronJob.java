package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Begins a run of a CronJob now, as {@code kubectl create job --from} does: whatever its schedule and its concurrency policy say.
 *
 * @param job the name of the Job that is made; the same one again can't make two
 */
public record RunCronJob(WorkloadId service, String job) implements Change {

    /** A CronJob's name has at most 52 letters, so that its Jobs' names have room for 11 more (Kubernetes' documentation, "CronJob"). */
    private static final long SUFFIXES = 10_000_000_000L;

    /** @param change the id of the change, from which the Job's name is made: digits behind the CronJob's name, like those that its schedule makes */
    public static RunCronJob of(WorkloadId service, UUID change) {
        long suffix = Math.floorMod(change.getMostSignificantBits() ^ change.getLeastSignificantBits(), SUFFIXES);
        return new RunCronJob(service, service.name() + "-%010d".formatted(suffix));
    }

    @Override
    public Target target() {
        return Target.of(new WorkloadId(service.namespace(), WorkloadKind.JOB, job));
    }

    @Override
    public List<Target> reads() {
        return List.of(Target.of(service));
    }

    @Override
    public String title() {
        return "Run " + service.name() + " now";
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("create"), Target.of(service).right("get"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        LiveObject cronJob = Optional.ofNullable(material.others().get(Target.of(service)))
                .orElseThrow(() -> new Unfit("CronJob " + service.name() + " is not there any more"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("apiVersion", target().apiVersion());
        body.put("kind", target().kind());
        body.put("metadata", metadata(cronJob));
        body.put("spec", cronJob.at("spec", "jobTemplate", "spec").orElse(Map.of()));
        return new Write.Create(target(), body);
    }

    private Map<String, Object> metadata(LiveObject cronJob) {
        Map<Object, Object> annotations = new LinkedHashMap<>();
        annotations.put("cronjob.kubernetes.io/instantiate", "manual");
        annotations.putAll(map(cronJob, "annotations"));
        return Map.of(
                "name",
                job,
                "namespace",
                service.namespace(),
                "labels",
                map(cronJob, "labels"),
                "annotations",
                annotations,
                "ownerReferences",
                List.of(Map.of(
                        "apiVersion",
                        Target.of(service).apiVersion(),
                        "kind",
                        service.kind().kind(),
                        "name",
                        service.name(),
                        "uid",
                        cronJob.uid(),
                        "controller",
                        true)));
    }

    private static Map<?, ?> map(LiveObject cronJob, String part) {
        return cronJob.at("spec", "jobTemplate", "metadata", part).orElse(Map.of()) instanceof Map<?, ?> found
                ? found
                : Map.of();
    }

    @Override
    public String command() {
        return "kubectl create job -n " + service.namespace() + " " + job + " --from=cronjob/" + service.name();
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return aftermath
                .fleet()
                .workload(service)
                .map(found -> progress(found, aftermath))
                .orElseGet(() -> new Progress.Failed("The CronJob was deleted, and its runs with it"));
    }

    private Progress progress(Workload cronJob, Aftermath aftermath) {
        Optional<Batch.Run> run = cronJob.batch().stream()
                .flatMap(batch -> batch.runs().stream())
                .filter(each -> each.name().equals(job))
                .findFirst();
        if (run.isEmpty()) {
            return RolloutProgress.later(aftermath)
                    ? new Progress.Superseded("Job " + job + " was deleted before it was seen to end")
                    : RolloutProgress.unseen(1);
        }
        return progress(cronJob, run.orElseThrow());
    }

    private Progress progress(Workload cronJob, Batch.Run run) {
        return switch (run.outcome()) {
            case COMPLETE -> new Progress.Settled("Job " + job + " is complete");
            case FAILED ->
                new Progress.Failed("Job " + job + " failed" + (run.message().isEmpty() ? "" : ": " + run.message()));
            case RUNNING -> running(cronJob, run);
        };
    }

    private Progress running(Workload cronJob, Batch.Run run) {
        int total = run.completions().orElse(1);
        Optional<String> cause = run.ready() > 0
                ? Optional.empty()
                : cronJob.pods().stream()
                        .filter(pod -> pod.name().startsWith(job + "-") && !pod.ready())
                        .map(RolloutProgress::inWords)
                        .findFirst();
        String failed = run.failed() == 0 ? "" : ", " + run.failed() + " failed";
        return new Progress.Underway(
                "Job " + job + " runs: " + run.succeeded() + " of " + total + " done" + failed,
                Math.min(run.succeeded(), total),
                Math.max(1, total),
                cause,
                cause.isPresent() && RolloutProgress.stuck(cronJob));
    }
}
