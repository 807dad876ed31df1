package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Sight;
import io.pilothouse.access.Sights;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.AccessReviews.Undecided;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sights from access reviews, asked again in the background for people who look, and for nobody else. */
@Component
class ReviewedSights implements Sights, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReviewedSights.class);
    private static final Duration TICK = Duration.ofMillis(500);

    private final SightReview review;
    private final FleetStore store;
    private final AccessProperties properties;
    private final Clock clock;
    private final Map<Person, WatchedSight> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sights").factory());
    private volatile boolean running;

    ReviewedSights(AccessReviews reviews, FleetStore store, AccessProperties properties, Clock clock) {
        this.review = new SightReview(reviews);
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Observed<Sight> of(Person person) {
        return watch(person).wanted();
    }

    @Override
    public Runnable subscribe(Person person, Runnable listener) {
        return watch(person).subscribe(listener);
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::reviewDue, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private WatchedSight watch(Person person) {
        return watched.computeIfAbsent(person, _ -> {
            WatchedSight sight = new WatchedSight(clock, properties.reviewInterval());
            Thread.ofVirtual().name("review").start(() -> reviewNow(person, sight));
            return sight;
        });
    }

    private void reviewDue() {
        SightReview.Subjects subjects = subjects(store.current());
        watched.values().removeIf(WatchedSight::forgotten);
        watched.forEach((person, sight) -> {
            if (sight.due(subjects)) {
                Thread.ofVirtual().name("review").start(() -> reviewNow(person, sight));
            }
        });
    }

    private void reviewNow(Person person, WatchedSight sight) {
        if (!sight.begin()) {
            return;
        }
        Fleet fleet = store.current();
        SightReview.Subjects subjects = subjects(fleet);
        try {
            sight.end(subjects, new Observed.Fresh<>(review.of(person, subjects), clock.instant()));
        } catch (Undecided e) {
            sight.end(subjects, undecided(person, fleet, sight.last(), e.failure()));
        } catch (RuntimeException e) {
            log.warn("The rights of {} could not be reviewed", person.name(), e);
            sight.end(subjects, sight.last());
        }
    }

    private Observed<Sight> undecided(Person person, Fleet fleet, Observed<Sight> last, Failure failure) {
        boolean bootstrap = fleet.namespaces().isEmpty()
                && person.groups().stream().anyMatch(properties.bootstrapGroups()::contains);
        if (bootstrap && !reviewedBefore(last)) {
            Sight clustersOnly = new Sight(Set.of(), Map.of(), fleet.clusters().keySet());
            return new Observed.Stale<>(clustersOnly, clock.instant(), failure);
        }
        Observed<Sight> kept = last.after(failure);
        boolean tooOld = kept.observedAt()
                .filter(at -> at.plus(properties.reviewGrace()).isBefore(clock.instant()))
                .isPresent();
        return tooOld ? new Observed.Missing<>(failure) : kept;
    }

    /** What was only granted for want of an answer names no kind and no namespace. */
    private static boolean reviewedBefore(Observed<Sight> last) {
        return last.known()
                .filter(sight ->
                        !sight.everywhere().isEmpty() || !sight.within().isEmpty())
                .isPresent();
    }

    private static SightReview.Subjects subjects(Fleet fleet) {
        return new SightReview.Subjects(
                Set.copyOf(fleet.namespaces().keySet()),
                Set.copyOf(fleet.clusters().keySet()));
    }
}
