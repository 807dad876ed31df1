package io.pilothouse.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a Job or a CronJob does: it runs pods to their end rather than to keep them.
 *
 * @param schedule when a CronJob runs, in cron's words with the time zone behind it where one is set; empty for a Job
 * @param suspended whether it is told to begin nothing
 * @param lastSchedule when a CronJob began a run last
 * @param runs those that Kubernetes still keeps, newest first; a Job is its own only one
 */
public record Batch(Optional<String> schedule, boolean suspended, Optional<Instant> lastSchedule, List<Run> runs) {

    public Batch {
        runs = List.copyOf(runs);
    }

    /** How a run stands. */
    public enum Outcome {
        RUNNING,
        /** As many pods as it takes have succeeded. */
        COMPLETE,
        /** It was given up. */
        FAILED
    }

    /**
     * A Job.
     *
     * @param begun when it was started; its creation before that
     * @param ended when it was complete or given up
     * @param message why it was given up; may be empty
     * @param active pods of it that are there and have not ended
     * @param ready how many of those are ready
     * @param succeeded pods that have ended well
     * @param failed pods that have not
     * @param completions how many have to end well; empty where one is enough for all ({@code completions} not set)
     */
    public record Run(
            String name,
            Instant begun,
            Optional<Instant> ended,
            Outcome outcome,
            String message,
            int active,
            int ready,
            int succeeded,
            int failed,
            Optional<Integer> completions) {}

    /** The newest run that has ended. */
    public Optional<Run> lastEnded() {
        return runs.stream().filter(run -> run.outcome() != Outcome.RUNNING).findFirst();
    }

    /** Runs that have not ended. */
    public List<Run> running() {
        return runs.stream().filter(run -> run.outcome() == Outcome.RUNNING).toList();
    }
}
