package io.pilothouse.api;

import io.pilothouse.access.CurrentPerson;
import io.pilothouse.access.Look;
import io.pilothouse.access.Sight;
import io.pilothouse.access.Sights;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Source;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The picture as whoever asks may see it. Nothing here asks a cluster. */
@Component
class Picture {

    /** How long the first answer about somebody's rights is waited for. */
    private static final Duration FIRST_REVIEW = Duration.ofSeconds(3);

    private final FleetStore store;
    private final Sights sights;
    private final CurrentPerson currentPerson;

    Picture(FleetStore store, Sights sights, CurrentPerson currentPerson) {
        this.store = store;
        this.sights = sights;
        this.currentPerson = currentPerson;
    }

    /** @throws Refusal while nobody can say what they may see */
    VisibleFleet now() {
        Observed<Sight> sight = sights.awaited(currentPerson.get(), FIRST_REVIEW);
        if (sight instanceof Observed.Missing<Sight>(Failure failure)) {
            throw Refusal.unread(failure);
        }
        return new VisibleFleet(store.current(), sight.known().orElse(Sight.NOTHING));
    }

    /**
     * The same, once Kubernetes has been read.
     *
     * @throws Refusal before that
     */
    VisibleFleet withKubernetes() {
        VisibleFleet fleet = now();
        requireKubernetes(fleet);
        return fleet;
    }

    /** @throws Refusal while Kubernetes has never been read, so that nobody can say what is not there */
    static void requireKubernetes(VisibleFleet fleet) {
        if (fleet.fleet().namespaces().isEmpty()) {
            fleet.fleet().source(Source.KUBERNETES).failure().ifPresent(failure -> {
                throw Refusal.unread(failure);
            });
        }
    }

    /** @throws Refusal when they may not see it, or it is not there */
    static <T> T seen(Look<T> look, String what) {
        return switch (look) {
            case Look.Seen<T> seen -> seen.content();
            case Look.Hidden<T> hidden -> throw Refusal.hidden(hidden.missing());
            case Look.Absent<T> _ -> throw Refusal.absent(what);
        };
    }
}
