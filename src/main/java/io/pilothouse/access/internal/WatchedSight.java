package io.pilothouse.access.internal;

import io.pilothouse.access.Sight;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Fleet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One person's sight, when it was reviewed last, and who wants to know of it. */
final class WatchedSight {

    private static final Logger log = LoggerFactory.getLogger(WatchedSight.class);

    /** Somebody who asked this lately is taken to look still. */
    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** A review that found no answer is not waited with as long as one that did. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration interval;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Observed<Sight> last;
    private volatile Instant wanted;
    private volatile Instant reviewed = Instant.EPOCH;
    private volatile Set<String> namespaces = Set.of();
    private volatile Set<?> clusters = Set.of();
    private volatile int rounds;

    WatchedSight(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
        this.wanted = clock.instant();
        this.last = new Observed.Missing<>(new Failure(
                Failure.Kind.PREPARING,
                "Kubernetes is being asked what you may see",
                "Nothing can be shown before it has answered.",
                "It takes a moment.",
                "",
                clock.instant()));
    }

    Observed<Sight> last() {
        return last;
    }

    /** Notes that somebody looks. */
    WatchedSight touched() {
        wanted = clock.instant();
        return this;
    }

    Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> {
            wanted = clock.instant();
            listeners.remove(listener);
        };
    }

    /** Whether the last review is too old, or was of something else than there is now. */
    boolean due(Fleet present) {
        Duration age = last.problem().isPresent() && RETRY.compareTo(interval) < 0 ? RETRY : interval;
        return !reviewed.plus(age).isAfter(clock.instant())
                || !present.namespaces().keySet().equals(namespaces)
                || !present.clusters().keySet().equals(clusters);
    }

    /** Whether nobody looks any more. */
    boolean forgotten() {
        return listeners.isEmpty() && wanted.plus(LOOKING).isBefore(clock.instant());
    }

    /** Claims the next review; false while one is under way. */
    boolean begin() {
        return underWay.compareAndSet(false, true);
    }

    /** Where the review of what there is now has to ask. */
    ReviewAgenda agenda(Fleet present) {
        Observed<Sight> before = last;
        return new ReviewAgenda(
                before.known().orElse(Sight.NOTHING),
                before.known().isPresent() ? namespaces : Set.of(),
                Set.copyOf(present.namespaces().keySet()),
                rounds);
    }

    /** A review has been answered. */
    void decided(Fleet of, Sight sight) {
        namespaces = Set.copyOf(of.namespaces().keySet());
        clusters = Set.copyOf(of.clusters().keySet());
        rounds++;
        end(new Observed.Fresh<>(sight, clock.instant()));
    }

    /** A review has ended, with or without an answer. */
    void end(Observed<Sight> result) {
        boolean changed = !result.known().equals(last.known())
                || !result.problem().map(Failure::summary).equals(last.problem().map(Failure::summary));
        last = result;
        reviewed = clock.instant();
        underWay.set(false);
        if (changed) {
            listeners.forEach(WatchedSight::tell);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A page could not be told what its person may see", e);
        }
    }
}
