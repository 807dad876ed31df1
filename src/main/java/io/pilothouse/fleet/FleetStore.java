package io.pilothouse.fleet;

import java.util.function.Consumer;

/** Where the newest picture is had. Reading it costs nothing and waits for nothing. */
public interface FleetStore {

    /** The newest picture; before anything is known, one whose sources say so. */
    Fleet current();

    /**
     * Tells the listener of every new picture, at most four times a second, on a thread of the store's own. A listener must return
     * at once, and one that fails does not keep the others from being told.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Consumer<Fleet> listener);
}
