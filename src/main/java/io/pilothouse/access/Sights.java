package io.pilothouse.access;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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

    /** The same, but while it is asked for the first time the answer is waited for, for so long at most. */
    default Observed<Sight> awaited(Person person, Duration atMost) {
        Observed<Sight> now = of(person);
        return isPreparing(now) ? first(person, atMost) : now;
    }

    private Observed<Sight> first(Person person, Duration atMost) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        Runnable end = subscribe(person, () -> answered.complete(null));
        try {
            if (isPreparing(of(person))) {
                answered.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            }
            return of(person);
        } finally {
            end.run();
        }
    }

    private static boolean isPreparing(Observed<Sight> sight) {
        return sight instanceof Observed.Missing<Sight>(Failure failure) && failure.kind() == Failure.Kind.PREPARING;
    }
}
