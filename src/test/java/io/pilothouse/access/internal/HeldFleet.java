package io.pilothouse.access.internal;

import io.pilothouse.access.Pictures;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import java.util.function.Consumer;

/** A picture that the test replaces. */
final class HeldFleet implements FleetStore {

    private volatile Fleet fleet = Pictures.EMPTY;

    void hold(Fleet next) {
        fleet = next;
    }

    @Override
    public Fleet current() {
        return fleet;
    }

    @Override
    public Runnable subscribe(Consumer<Fleet> listener) {
        return () -> {};
    }
}
