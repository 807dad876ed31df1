package io.pilothouse.access.spi;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Answers as the test says, and remembers what it was asked. */
public final class ScriptedReviews implements AccessReviews {

    public static final Failure GONE = new Failure(
            Failure.Kind.UNREACHABLE, "The API server is gone", "", "", "", Instant.parse("2026-03-01T11:00:00Z"));

    private final Set<Right> allowed = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Right> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean gone;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public boolean allows(Person person, Right right) throws Undecided {
        asked.add(right);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new Undecided(GONE);
        }
        if (gone) {
            throw new Undecided(GONE);
        }
        return allowed.contains(right);
    }

    public void allow(Right... rights) {
        allowed.addAll(List.of(rights));
    }

    public void refuse(Right... rights) {
        List.of(rights).forEach(allowed::remove);
    }

    /** Whether there is nobody to ask. */
    public void gone(boolean value) {
        gone = value;
    }

    /**
     * Lets no question be answered.
     *
     * @return until this is run
     */
    public Runnable hang() {
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        return closed::countDown;
    }

    /** What it was asked since the last time. */
    public List<Right> takeAsked() {
        List<Right> taken = List.copyOf(asked);
        taken.forEach(asked::remove);
        return taken;
    }
}
