package io.pilothouse.access;

import io.pilothouse.base.Observed;

/**
 * What people may see. Decided by access reviews for the person and their groups, kept for seconds and asked again in the background
 * while somebody looks; while the API server cannot be asked, its last answer holds for a while, and is marked stale.
 */
public interface Sights {

    /** What the person may see. Never waits: missing while it is asked for the first time, or cannot be. */
    Observed<Sight> of(Person person);

    /**
     * Keeps what the person may see up to date and calls the listener when it has changed, on a thread that it must leave at once.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Person person, Runnable listener);
}
