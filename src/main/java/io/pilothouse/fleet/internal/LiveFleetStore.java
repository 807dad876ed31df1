package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds the newest picture in memory. */
@Component
class LiveFleetStore implements FleetStore {

    private static final Logger log = LoggerFactory.getLogger(LiveFleetStore.class);

    private final List<Consumer<Fleet>> listeners = new CopyOnWriteArrayList<>();
    private volatile Fleet current;

    LiveFleetStore(Clock clock) {
        current = FleetJoiner.nothingYet(clock.instant()).fleet();
    }

    @Override
    public Fleet current() {
        return current;
    }

    @Override
    public Runnable subscribe(Consumer<Fleet> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(Fleet fleet) {
        current = fleet;
        for (Consumer<Fleet> listener : listeners) {
            try {
                listener.accept(fleet);
            } catch (RuntimeException e) {
                log.warn("A listener of the picture failed", e);
            }
        }
    }
}
