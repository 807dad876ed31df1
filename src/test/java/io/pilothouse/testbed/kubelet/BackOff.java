package io.pilothouse.testbed.kubelet;

import java.time.Duration;
import java.time.Instant;

/**
 * The wait between attempts, as the kubelet counts it: none before the second attempt, then the first wait, doubled with
 * each further one up to a limit; forgotten once things went well for twice the limit. Belongs to one thread.
 */
final class BackOff {

    private final Duration first;
    private final Duration longest;
    private Duration wait = Duration.ZERO;
    private Instant raisedAt = Instant.MIN;

    BackOff(KubeletSettings settings) {
        this.first = settings.firstBackOff();
        this.longest = settings.longestBackOff();
    }

    /** How long after the last failure the next attempt may be made. */
    Duration current() {
        return wait;
    }

    /** Counts an attempt made after a failure at the given time. */
    void raise(Instant failedAt, Instant now) {
        boolean forgotten = wait.isZero() || failedAt.isAfter(raisedAt.plus(longest.multipliedBy(2)));
        Duration doubled = wait.multipliedBy(2);
        wait = forgotten ? first : doubled.compareTo(longest) < 0 ? doubled : longest;
        raisedAt = now;
    }
}
