package io.pilothouse.access.internal;

import io.pilothouse.access.Sight;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** One person's sight, when it was reviewed last, and who wants to know of it. */
final class WatchedSight {

    /** Somebody who asked this lately is taken to look still. */
    private static final Duration LOOKING = Duration.ofSeconds(30);

    private final Clock clock;
    private final Duration interval;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Observed<Sight> last;
    private volatile Instant wanted;
    private volatile Instant reviewed = Instant.MIN;
    private volatile SightReview.Subjects subjects = new SightReview.Subjects(Set.of(), Set.of());

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

    Observed<Sight> wanted() {
        wanted = clock.instant();
        return last;
    }

    Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> {
            wanted = clock.instant();
            listeners.remove(listener);
        };
    }

    /** Whether somebody looks and the last review is too old, or was of something else. */
    boolean due(SightReview.Subjects present) {
        boolean old = reviewed == Instant.MIN || reviewed.plus(interval).isBefore(clock.instant());
        return !forgotten() && (old || !present.equals(subjects));
    }

    /** Whether nobody looks any more. */
    boolean forgotten() {
        return listeners.isEmpty() && wanted.plus(LOOKING).isBefore(clock.instant());
    }

    /** Claims the next review; false while one is under way. */
    boolean begin() {
        return underWay.compareAndSet(false, true);
    }

    void end(SightReview.Subjects of, Observed<Sight> result) {
        boolean changed = !result.known().equals(last.known())
                || result.problem().isPresent() != last.problem().isPresent();
        last = result;
        subjects = of;
        reviewed = clock.instant();
        underWay.set(false);
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }
}
