package io.pilothouse.kubernetes;

import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.spi.PodFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Counts container restarts within the last hour. Kubernetes tells only totals and the end of the last run, so restarts are noted when the
 * total is seen to rise; of the time before, the age of the pod and its last exit tell what can be known.
 */
final class RestartLedger {

    private static final Duration WINDOW = Duration.ofHours(1);

    /**
     * @param total when it was first seen
     * @param lastExit before it was first seen
     * @param newest the total when it was last seen
     * @param rises when the total rose since, within the window
     */
    private record Sighting(int total, Instant lastExit, int newest, List<Instant> rises) {}

    private final Clock clock;
    private final Map<String, Sighting> pods = new ConcurrentHashMap<>();

    RestartLedger(Clock clock) {
        this.clock = clock;
    }

    /** Notes the pod's present totals. */
    void note(PodFacts pod) {
        int total = total(pod);
        Instant now = clock.instant();
        pods.compute(
                pod.uid(),
                (_, before) -> before == null
                        ? new Sighting(total, lastExit(pod), total, List.of())
                        : new Sighting(before.total(), before.lastExit(), total, rises(before, total, now)));
    }

    /** Restarts of the pod within the last hour. */
    Restarts withinTheHour(PodFacts pod) {
        Instant begin = clock.instant().minus(WINDOW);
        if (pod.created().isAfter(begin)) {
            return new Restarts(total(pod), true);
        }
        Sighting sighting = pods.get(pod.uid());
        if (sighting == null) {
            return Restarts.NONE;
        }
        int rises = (int) sighting.rises().stream().filter(begin::isBefore).count();
        boolean recentExit = sighting.total() > 0 && sighting.lastExit().isAfter(begin);
        return new Restarts(rises + (recentExit ? 1 : 0), !recentExit || sighting.total() == 1);
    }

    /** Forgets pods that are gone. */
    void retain(Predicate<String> uidExists) {
        pods.keySet().removeIf(uidExists.negate());
    }

    private static List<Instant> rises(Sighting before, int total, Instant now) {
        return Stream.concat(
                        before.rises().stream().filter(now.minus(WINDOW)::isBefore),
                        Stream.generate(() -> now).limit(Math.max(0, total - before.newest())))
                .toList();
    }

    private static int total(PodFacts pod) {
        return pod.containers().stream().mapToInt(Container::restarts).sum();
    }

    private static Instant lastExit(PodFacts pod) {
        return pod.containers().stream()
                .flatMap(container -> container.lastExit().stream())
                .map(exit -> exit.finished())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
