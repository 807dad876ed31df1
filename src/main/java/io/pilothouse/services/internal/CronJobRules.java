package io.pilothouse.services.internal;

import io.pilothouse.change.Check;
import io.pilothouse.change.LiveObject;
import io.pilothouse.fleet.Batch;
import java.util.Optional;

/** How a CronJob stands before it is suspended, resumed or run. */
final class CronJobRules {

    private CronJobRules() {}

    static Check suspending(Batch batch) {
        int running = batch.running().size();
        String schedule = batch.schedule().orElse("");
        return running == 0
                ? Check.pass("No run of it is under way", schedule)
                : Check.pass(
                        (running == 1 ? "A run is" : running + " runs are") + " under way, and will go on", schedule);
    }

    /** Runs that were missed while it was suspended count as missed, and one begins at once (Kubernetes' documentation, "CronJob"). */
    static Check resuming(Optional<LiveObject> cronJob) {
        return cronJob.flatMap(object -> object.at("spec", "startingDeadlineSeconds"))
                .map(seconds -> Check.pass(
                        "Of the runs missed meanwhile, only one that is not too late begins now",
                        "startingDeadlineSeconds " + seconds))
                .orElseGet(() ->
                        Check.warn("If a run was missed meanwhile, one begins at once", "no startingDeadlineSeconds"));
    }

    /** A concurrency policy holds back only what the schedule begins. */
    static Check beside(Batch batch, Optional<LiveObject> cronJob) {
        int running = batch.running().size();
        String policy = cronJob.flatMap(object -> object.text("spec", "concurrencyPolicy"))
                .map(found -> "concurrencyPolicy " + found)
                .orElse("");
        return running == 0
                ? Check.pass("No other run of it is under way", policy)
                : Check.warn(
                        (running == 1 ? "A run is" : running + " runs are")
                                + " under way; this one runs beside, whatever its concurrency policy says",
                        policy);
    }

    static Optional<Check> whileSuspended(Batch batch) {
        return batch.suspended()
                ? Optional.of(Check.pass("It is suspended; this one runs all the same", "spec.suspend"))
                : Optional.empty();
    }
}
