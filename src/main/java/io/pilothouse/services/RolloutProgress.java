package io.pilothouse.services;

import io.pilothouse.base.HealthState;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Progress;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How far a service is with what was last wanted of it, by its status and its pods. */
final class RolloutProgress {

    private static final String UNSEEN = "Kubernetes has taken it; its controller has yet to see it";

    /** Left away where it is said already that something is waited for. */
    private static final String WAITS = "waits for ";

    private static final Duration REVISIONS_FOLLOW = Duration.ofSeconds(5);

    private RolloutProgress() {}

    /**
     * @param superseded says, of a spec that is newer than the change's, what else is wanted now; empty where it still wants the same
     */
    static Progress of(WorkloadId id, Aftermath aftermath, Function<Workload, Optional<String>> superseded) {
        return aftermath
                .fleet()
                .workload(id)
                .map(service -> of(service, aftermath, superseded))
                .orElseGet(() -> new Progress.Failed("The service was deleted"));
    }

    private static Progress of(Workload service, Aftermath aftermath, Function<Workload, Optional<String>> superseded) {
        ReplicaCounts replicas = service.replicas();
        int total = Math.max(1, replicas.desired());
        long generation = service.rollout().generation();
        if (generation < aftermath.generation() || !replicas.observed()) {
            return unseen(total);
        }
        Optional<String> other = generation > aftermath.generation() ? superseded.apply(service) : Optional.empty();
        if (other.isPresent()) {
            return new Progress.Superseded(other.orElseThrow());
        }
        if (service.rollout().stalled().isPresent()) {
            return new Progress.Failed("The rollout was given up: "
                    + cause(service).orElse(service.rollout().stalled().orElseThrow()));
        }
        return settled(service) ? new Progress.Settled(words(service)) : underway(service, total);
    }

    /** Whether what the picture holds of the service's revisions has had time to follow a change. */
    static boolean later(Aftermath aftermath) {
        return aftermath.fleet().at().isAfter(aftermath.applied().plus(REVISIONS_FOLLOW));
    }

    /** Its controller has not seen yet what is wanted. */
    static Progress unseen(int total) {
        return new Progress.Underway(UNSEEN, 0, total, Optional.empty(), false);
    }

    private static boolean settled(Workload service) {
        ReplicaCounts replicas = service.replicas();
        return replicas.ready() == replicas.desired()
                && replicas.updated() == replicas.desired()
                && service.pods().size() == replicas.desired();
    }

    private static Progress underway(Workload service, int total) {
        ReplicaCounts replicas = service.replicas();
        int old = Math.max(0, service.pods().size() - Math.max(replicas.updated(), 0));
        int done = Math.min(total, Math.min(replicas.ready(), replicas.updated()));
        Optional<String> waitsFor = cause(service);
        String going = old > 0 ? ", " + counted(old, "pod") + " to go" : "";
        return new Progress.Underway(
                replicas.updated() + " of " + counted(replicas.desired(), "pod") + " made, " + replicas.ready()
                        + " ready" + going,
                done,
                total,
                waitsFor,
                stuck(service) && waitsFor.isPresent());
    }

    /** Whether it needs somebody to do something. */
    static boolean stuck(Workload service) {
        return service.health().state() == HealthState.FAILING
                || service.health().state() == HealthState.DEGRADED;
    }

    private static String words(Workload service) {
        int desired = service.replicas().desired();
        return desired == 0
                ? "It runs no pods now"
                : counted(desired, "pod") + " of the newest revision " + (desired == 1 ? "is" : "are") + " ready";
    }

    /** What keeps it: what is wrong with the service, else with a pod that is not ready. */
    static Optional<String> cause(Workload service) {
        return Optional.of(service.health().reason())
                .filter(reason -> !reason.isEmpty() && service.health().state() != HealthState.HEALTHY)
                .map(reason -> reason.startsWith(WAITS) ? reason.substring(WAITS.length()) : reason)
                .or(() -> service.pods().stream()
                        .filter(pod -> !pod.ready())
                        .map(RolloutProgress::inWords)
                        .findFirst());
    }

    static String inWords(Pod pod) {
        String reason = pod.health().reason();
        return "pod " + pod.name() + ": " + (reason.isEmpty() ? pod.phase() : reason);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
