package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Optional;

/** How facts of services and pods are put into words. */
final class ServiceWords {

    private static final double AT_LIMIT = 0.9;

    private ServiceWords() {}

    /** Its pods that are ready; of a Job what it has done. */
    static Cell.Text ready(Workload service) {
        return service.batch().map(BatchWords::cell).orElseGet(() -> ready(service.replicas()));
    }

    /** How far its rollout is; a Job has none. */
    static Cell.Text rollout(Workload service) {
        return service.batch().isPresent()
                ? Cell.absent("A " + service.id().kind().kind() + " rolls nothing out.")
                : rollout(service.replicas());
    }

    /** "2 / 3"; figures of an older spec say so. */
    static Cell.Text ready(ReplicaCounts replicas) {
        Cell.Text text = Cell.text(replicas.ready() + " / " + replicas.desired());
        return replicas.observed() ? text : text.hint("The controller has yet to see the newest change.");
    }

    /** "2 / 4" while pods of an older revision are replaced. */
    static Cell.Text rollout(ReplicaCounts replicas) {
        if (!replicas.observed()) {
            return Cell.text("starts").hint("The controller has yet to see the newest change.");
        }
        return replicas.rollingOut()
                ? Cell.text(replicas.updated() + " / " + replicas.desired())
                        .hint(replicas.updated() + " of " + replicas.desired() + " pods run the newest revision.")
                : Cell.text("complete").in(Cell.Tone.DIM);
    }

    /** "3"; "≥ 2" where there may have been more before the console began to watch. */
    static Cell.Text restarts(Restarts restarts) {
        if (restarts.complete()) {
            Cell.Text none = Cell.text(Formats.count(restarts.count()));
            return restarts.count() == 0 ? none.in(Cell.Tone.DIM) : none;
        }
        String reason = "Restarts from before this console began to watch may be missing.";
        return restarts.count() == 0
                ? Cell.absent(reason)
                : Cell.text("≥ " + Formats.count(restarts.count())).hint(reason);
    }

    /** The tag of the first image, and how many more images there are; all of them in full on hover. */
    static Cell.Text image(List<String> images) {
        if (images.isEmpty()) {
            return Cell.absent("It names no image.");
        }
        String more = images.size() == 1 ? "" : " +" + (images.size() - 1);
        return Cell.text(Formats.imageTag(images.getFirst()) + more)
                .in(Cell.Tone.MONO)
                .hint(String.join("\n", images));
    }

    /** How many pods may be evicted now: "1 pod may be evicted now." */
    static String evictions(DisruptionBudget budget) {
        if (!budget.observed()) {
            return "Its controller has yet to see the budget's newest change.";
        }
        if (budget.allowed() > 0) {
            return Formats.counted(budget.allowed(), "pod") + " may be evicted now.";
        }
        return budget.letsNoneGo()
                ? "No pod can ever be evicted: the budget asks for as many healthy pods as there are."
                : "No pod may be evicted until more of them are healthy.";
    }

    /** What a pod uses, with what that is of its limit on hover; at its limit it stands out. */
    static Cell.Text used(Optional<String> used, Optional<Double> share, String limit) {
        if (used.isEmpty()) {
            return Cell.absent("Prometheus does not know this pod.");
        }
        Cell.Text text = Cell.text(used.orElseThrow());
        return share.map(known -> (known >= AT_LIMIT ? text.in(Cell.Tone.WARNING) : text)
                        .hint(Formats.percent(known) + " of " + limit))
                .orElseGet(() -> text.hint("It has no limit."));
    }

    /** Whose it is. */
    static Cell.Text team(Workload service) {
        return Cell.optional(service.team(), team -> team, "No label of it names a team.");
    }

    /** "137 OOMKilled". */
    static String exit(Termination exit) {
        return (exit.exitCode() + " " + exit.reason()).strip();
    }

    /** What stands behind the name of a service that is not a team's own. */
    static String mark(Workload service) {
        return service.isKafkas() ? "Kafka" : "";
    }

    /** A phrase as a sentence without its full stop. */
    static String sentence(String phrase) {
        String open = phrase.endsWith(".") ? phrase.substring(0, phrase.length() - 1) : phrase;
        return open.isEmpty() ? open : Character.toUpperCase(open.charAt(0)) + open.substring(1);
    }
}
