package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Sight;
import io.pilothouse.access.Sights;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
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
    private volatile boolean everAnswered;

    ReviewedSights(AccessReviews reviews, FleetStore store, AccessProperties properties, Clock clock) {
        this.review = new SightReview(reviews);
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Observed<Sight> of(Person person) {
        return watch(person).last();
    }

    @Override
    public Runnable subscribe(Person person, Runnable listener) {
        return watch(person).subscribe(listener);
    }

    /** Asks before the first page is opened, so that it need not say that it is being asked. */
    @EventListener
    void onSignIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            watch(signedIn.person());
        }
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

    /** For whom reviews are asked now. */
    Set<Person> people() {
        return Set.copyOf(watched.keySet());
    }

    private WatchedSight watch(Person person) {
        return Objects.requireNonNull(watched.compute(person, (_, present) -> {
            if (present != null) {
                return present.touched();
            }
            WatchedSight sight = new WatchedSight(clock, properties.reviewInterval());
            reviewInBackground(person, sight);
            return sight;
        }));
    }

    private void reviewDue() {
        try {
            Fleet fleet = store.current();
            for (Person person : people()) {
                WatchedSight sight =
                        watched.computeIfPresent(person, (_, present) -> present.forgotten() ? null : present);
                if (sight != null && sight.due(fleet)) {
                    reviewInBackground(person, sight);
                }
            }
        } catch (RuntimeException e) {
            log.error("Due reviews could not be begun; the next ones follow", e);
        }
    }

    private void reviewInBackground(Person person, WatchedSight sight) {
        if (sight.begin()) {
            Thread.ofVirtual().name("review").start(() -> reviewNow(person, sight));
        }
    }

    private void reviewNow(Person person, WatchedSight sight) {
        Fleet fleet = store.current();
        try {
            Sight answer =
                    review.of(person, sight.agenda(fleet), fleet.clusters().keySet());
            everAnswered = true;
            sight.decided(fleet, answer);
        } catch (Undecided e) {
            sight.end(undecided(person, fleet, sight.last(), e.failure()));
        } catch (RuntimeException e) {
            log.warn("The rights of {} could not be reviewed", person.name(), e);
            sight.end(sight.last());
        }
    }

    private Observed<Sight> undecided(Person person, Fleet fleet, Observed<Sight> last, Failure failure) {
        Observed<Sight> kept = last.after(failure);
        if (everAnswered) {
            return tooOld(kept) ? new Observed.Missing<>(failure) : kept;
        }
        boolean trusted = person.groups().stream().anyMatch(properties.bootstrapGroups()::contains);
        // nothing is known from Kubernetes yet, so these are the clusters that the settings name
        Sight configured = new Sight(Set.of(), Map.of(), fleet.clusters().keySet());
        return trusted ? new Observed.Stale<>(configured, clock.instant(), failure) : kept;
    }

    private boolean tooOld(Observed<Sight> kept) {
        return kept.observedAt()
                .filter(at -> at.plus(properties.reviewGrace()).isBefore(clock.instant()))
                .isPresent();
    }
}
