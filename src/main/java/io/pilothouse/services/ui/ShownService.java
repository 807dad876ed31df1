package io.pilothouse.services.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Workload;
import java.util.Comparator;
import java.util.Optional;

/**
 * A service in the list of services.
 *
 * @param group the group that it reads for which is furthest behind; empty when it reads for none that the person sees
 * @param used what its pods use
 * @param seesPods whether the person may see its pods, and so what they use
 */
record ShownService(Workload service, Optional<ConsumerGroup> group, Observed<UsedNow> used, boolean seesPods) {

    private static final Comparator<ConsumerGroup> BEHIND = Comparator.comparing(
            group -> group.lag().known().map(lag -> lag.messages().orElse(0)).orElse(0L));

    static ShownService of(Workload service, VisibleFleet fleet) {
        return new ShownService(
                service,
                fleet.groupsOf(service.id()).max(BEHIND),
                UsedNow.of(service, fleet.fleet()),
                fleet.seesPods(service.id().namespace()));
    }

    /** How far it is behind, by the group that is furthest behind. */
    Optional<Observed<Lag>> lag() {
        return group.map(ConsumerGroup::lag);
    }

    /** What its pods use, as far as the person may know and it is measured. */
    Optional<UsedNow> measured() {
        return used.known().filter(now -> seesPods && now.measured() > 0);
    }
}
