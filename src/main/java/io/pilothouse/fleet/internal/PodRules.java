package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.spi.PodFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What state a pod is in, and why. */
final class PodRules {

    /** A pod that is not ready after this long is no longer called starting. */
    static final Duration STARTING = Duration.ofMinutes(3);

    /** A pod that was restarted this often within an hour needs attention, ready or not. */
    static final int MANY_RESTARTS = 3;

    /** Phases of a pod that does not come back. */
    static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private static final Set<String> STARTING_REASONS = Set.of("ContainerCreating", "PodInitializing");
    private static final Set<String> IMAGE_REASONS =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");

    /** Time and level of a line of a log: what stands beside it tells both, and the message is what matters. */
    private static final Pattern LOG_HEAD = Pattern.compile(
            "^(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,]+(?:Z|[+-]\\d\\d:?\\d\\d)?]?\\s+)?(?:\\[?(?:ERROR|FATAL|WARN|SEVERE)]?:?\\s+)?");

    private PodRules() {}

    /** The word that {@code kubectl get pods} shows under STATUS. */
    static String word(PodFacts pod) {
        if (pod.deleting().isPresent()) {
            return "Terminating";
        }
        if (!pod.reason().isEmpty()) {
            return pod.reason();
        }
        return initialising(pod)
                .map(container -> "Init:" + initWord(pod, container))
                .or(() -> waiting(pod).map(Container.Waiting::reason))
                .orElse(pod.phase());
    }

    private static String initWord(PodFacts pod, Container container) {
        return stuck(container)
                .map(Container.Waiting::reason)
                .orElseGet(() -> initialised(pod) + "/" + pod.initContainers().size());
    }

    static Health health(PodFacts pod, Instant now) {
        Health health = pod.deleting().isPresent() ? Health.progressing("terminating") : present(pod, now);
        return health.since(pod.deleting().or(pod::readyChanged));
    }

    private static Health present(PodFacts pod, Instant now) {
        return switch (pod.phase()) {
            case "Succeeded" -> Health.healthy("completed");
            case "Failed" -> Health.failing(pod.reason().isEmpty() ? exit(pod).orElse("failed") : pod.reason());
            case "Pending", "Running" -> active(pod, now);
            default -> Health.unknown("its node does not report");
        };
    }

    private static Health active(PodFacts pod, Instant now) {
        if (pod.unschedulable().isPresent()) {
            return Health.failing(
                    "cannot be scheduled: " + firstSentence(pod.unschedulable().orElseThrow()));
        }
        Optional<Container> initialising = initialising(pod);
        if (initialising.isPresent()) {
            return initialising(pod, initialising.orElseThrow());
        }
        Optional<Container.Waiting> stuck =
                waiting(pod).filter(waiting -> !STARTING_REASONS.contains(waiting.reason()));
        if (stuck.isPresent()) {
            return Health.failing(stuckReason(exit(pod), stuck.orElseThrow()));
        }
        return pod.ready() ? ready(pod) : notReady(pod, now);
    }

    /** The init container that the others wait for; empty once all are done. */
    private static Optional<Container> initialising(PodFacts pod) {
        return pod.phase().equals("Pending")
                ? pod.initContainers().stream()
                        .filter(container -> !container.ready())
                        .findFirst()
                : Optional.empty();
    }

    private static Health initialising(PodFacts pod, Container container) {
        return stuck(container)
                .map(waiting -> Health.failing("init container " + container.name() + ": "
                        + stuckReason(container.lastExit().map(PodRules::inWords), waiting)))
                .orElseGet(() -> Health.progressing("starting: " + initialised(pod) + " of "
                        + pod.initContainers().size() + " init containers done"));
    }

    private static Optional<Container.Waiting> stuck(Container container) {
        return container.waiting().filter(waiting -> !STARTING_REASONS.contains(waiting.reason()));
    }

    private static long initialised(PodFacts pod) {
        return pod.initContainers().stream().filter(Container::ready).count();
    }

    private static String stuckReason(Optional<String> exit, Container.Waiting waiting) {
        if (waiting.reason().equals("CrashLoopBackOff")) {
            return exit.orElse("crashes on start");
        }
        String what = IMAGE_REASONS.contains(waiting.reason()) ? "image cannot be pulled" : waiting.reason();
        return waiting.message().isEmpty() ? what : what + ": " + firstLine(waiting.message());
    }

    private static Health ready(PodFacts pod) {
        if (pod.restarts().count() >= MANY_RESTARTS) {
            return Health.degraded("restarted " + pod.restarts().count() + " times within an hour"
                    + exit(pod).map(exit -> "; last time it " + exit).orElse(""));
        }
        return Health.healthy();
    }

    private static Health notReady(PodFacts pod, Instant now) {
        boolean restarted = pod.restarts().count() > 0;
        if (restarted) {
            return Health.degraded("restarted, not ready yet"
                    + exit(pod).map(exit -> "; last time it " + exit).orElse(""));
        }
        Instant waitingSince = pod.readyChanged().orElse(pod.created());
        return waitingSince.isAfter(now.minus(STARTING))
                ? Health.progressing("starting")
                : Health.degraded("runs, but does not get ready");
    }

    /** How a container of the pod ended last: "exits with 1 (Error): MODEL_URL is not set". */
    static Optional<String> exit(PodFacts pod) {
        return pod.containers().stream()
                .flatMap(container -> container.lastExit().stream())
                .max(Comparator.comparing(Termination::finished))
                .map(PodRules::inWords);
    }

    private static String inWords(Termination exit) {
        String reason = exit.reason().isEmpty() || exit.reason().equals("Error") ? "" : " (" + exit.reason() + ")";
        String message = exit.message().isBlank() ? "" : ": " + lastLine(exit.message());
        return "exited with " + exit.exitCode() + reason + message;
    }

    private static Optional<Container.Waiting> waiting(PodFacts pod) {
        return pod.containers().stream()
                .flatMap(container -> container.waiting().stream())
                .findFirst();
    }

    /** The scheduler goes on about preemption; its first sentence says what is missing. */
    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private static String lastLine(String text) {
        String last = text.strip().lines().reduce("", (_, line) -> line);
        return LOG_HEAD.matcher(last).replaceFirst("");
    }
}
