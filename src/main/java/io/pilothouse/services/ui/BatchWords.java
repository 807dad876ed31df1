package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.Batch;
import java.time.Duration;
import java.util.Optional;

/** How what Jobs and CronJobs do is put into words. */
final class BatchWords {

    private BatchWords() {}

    /** "1 / 3" of a Job; "1 running" of a CronJob. */
    static Cell.Text cell(Batch batch) {
        if (batch.schedule().isPresent()) {
            int running = batch.running().size();
            return running == 0
                    ? Cell.absent("It runs by schedule " + batch.schedule().orElseThrow() + ", and not just now.")
                    : Cell.text(running + " running");
        }
        Batch.Run run = batch.runs().getFirst();
        return Cell.text(run.succeeded() + " / " + run.completions().orElse(1)).hint("Pods that have ended well.");
    }

    /** What it is about, in a sentence without its full stop: "Runs by schedule 0 4 * * *, its last run is complete". */
    static String headline(Batch batch) {
        if (batch.suspended()) {
            return "Suspended, so it begins nothing";
        }
        if (!batch.running().isEmpty()) {
            return batch.running().size() == 1 ? "It runs" : batch.running().size() + " runs are under way";
        }
        if (batch.schedule().isEmpty()) {
            return "It is complete";
        }
        return batch.lastEnded()
                .map(_ -> "Its last run is complete")
                .orElse(batch.lastSchedule().isEmpty() ? "It has not run yet" : "None of its runs is kept");
    }

    /** By which schedule a CronJob runs, as a sentence; how far a Job is. */
    static Optional<String> remark(Batch batch) {
        return batch.schedule()
                .map(schedule -> "It runs by schedule " + schedule + ".")
                .or(() -> batch.runs().stream()
                        .findFirst()
                        .flatMap(Batch.Run::completions)
                        .map(completions -> batch.runs().getFirst().succeeded() + " of "
                                + Formats.counted(completions, "completion") + " done."));
    }

    /** "Complete, took 12 s"; "Failed after 3 min: BackoffLimitExceeded"; "Running, 1 of 3 done". */
    static String run(Batch.Run run) {
        Optional<String> took = run.ended().map(end -> Formats.duration(Duration.between(run.begun(), end)));
        return switch (run.outcome()) {
            case COMPLETE -> "Complete" + took.map(time -> ", took " + time).orElse("");
            case FAILED ->
                "Failed" + took.map(time -> " after " + time).orElse("")
                        + (run.message().isEmpty() ? "" : ": " + run.message());
            case RUNNING ->
                "Running"
                        + run.completions()
                                .filter(completions -> completions > 1)
                                .map(completions -> ", " + run.succeeded() + " of " + completions + " done")
                                .orElse("")
                        + (run.failed() == 0 ? "" : ", " + Formats.counted(run.failed(), "pod") + " failed");
        };
    }
}
