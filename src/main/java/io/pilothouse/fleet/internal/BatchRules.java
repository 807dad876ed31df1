package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What state a Job or CronJob is in, and why: by how its newest run went. That it has nothing to do is as it should be. */
final class BatchRules {

    private BatchRules() {}

    /**
     * @param active pods that have not ended
     * @param refusal what was said lately when a pod of it was refused
     */
    static Health health(Batch batch, List<Pod> active, Optional<String> refusal) {
        if (batch.suspended()) {
            return Health.healthy("suspended");
        }
        List<Batch.Run> running = batch.running();
        Optional<Batch.Run> failed = batch.lastEnded().filter(run -> run.outcome() == Batch.Outcome.FAILED);
        if (failed.isPresent()) {
            return Health.failing(failure(batch, failed.orElseThrow()));
        }
        return running.isEmpty() ? atRest(batch) : running(running, active, refusal);
    }

    private static Health running(List<Batch.Run> running, List<Pod> active, Optional<String> refusal) {
        Optional<Health> trouble = active.stream()
                .map(Pod::health)
                .filter(health -> health.state() == HealthState.FAILING || health.state() == HealthState.DEGRADED)
                .min(Comparator.comparing(Health::state, HealthState.WORST_FIRST));
        if (trouble.isPresent()) {
            return Health.failing(trouble.orElseThrow().reason());
        }
        if (active.isEmpty() && refusal.isPresent()) {
            return Health.failing(QuotaRules.refusal(refusal.orElseThrow()));
        }
        int failed = running.stream().mapToInt(Batch.Run::failed).sum();
        return failed == 0
                ? Health.healthy(progress(running))
                : Health.degraded(failed + (failed == 1 ? " pod" : " pods") + " failed; it tries again");
    }

    private static String progress(List<Batch.Run> running) {
        Batch.Run newest = running.getFirst();
        return newest.completions()
                .filter(completions -> running.size() == 1 && completions > 1)
                .map(completions -> "running: " + newest.succeeded() + " of " + completions + " done")
                .orElse("running");
    }

    private static Health atRest(Batch batch) {
        if (batch.schedule().isEmpty()) {
            return Health.healthy("completed");
        }
        return Health.healthy(
                batch.lastEnded().isEmpty() && batch.lastSchedule().isEmpty() ? "has not run yet" : "");
    }

    private static String failure(Batch batch, Batch.Run run) {
        String what = batch.schedule().isPresent() ? "its last run failed" : "failed";
        return run.message().isEmpty() ? what : what + ": " + run.message();
    }
}
