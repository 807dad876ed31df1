package io.pilothouse.fleet.internal;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads something again and again, on virtual threads, never twice at once, and keeps what was read last. A slow reading makes the
 * pause before the next one longer, so that reading never takes more than a fifth of the time.
 *
 * @param <T> what is read
 */
final class RepeatedReading<T> {

    private static final Logger log = LoggerFactory.getLogger(RepeatedReading.class);
    private static final int PAUSE_PER_DURATION = 4;

    /** One attempt. Blocks as long as its own deadlines allow. */
    interface Attempt<T> {
        T read() throws SourceUnavailable;
    }

    private final String name;
    private final Attempt<T> attempt;
    private final Duration interval;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Runnable onResult;
    private volatile Observed<T> last;
    private volatile boolean ended;

    RepeatedReading(
            String name,
            Attempt<T> attempt,
            Duration interval,
            Clock clock,
            ScheduledExecutorService timer,
            Runnable onResult) {
        this.name = name;
        this.attempt = attempt;
        this.interval = interval;
        this.clock = clock;
        this.timer = timer;
        this.onResult = onResult;
        this.last = new Observed.Missing<>(new Failure(
                Failure.Kind.PREPARING,
                name + " is being asked for the first time",
                "Nothing of it can be shown yet.",
                "It appears by itself within seconds.",
                "",
                clock.instant()));
    }

    void start() {
        Thread.ofVirtual().name("read " + name).start(this::readAndContinue);
    }

    /** Ends after the attempt under way. */
    void end() {
        ended = true;
    }

    Observed<T> last() {
        return last;
    }

    private void readAndContinue() {
        long begin = System.nanoTime();
        last = read();
        if (ended) {
            return;
        }
        onResult.run();
        long pause = Math.max(interval.toNanos(), PAUSE_PER_DURATION * (System.nanoTime() - begin));
        timer.schedule(this::start, pause, TimeUnit.NANOSECONDS);
    }

    private Observed<T> read() {
        try {
            return new Observed.Fresh<>(attempt.read(), clock.instant());
        } catch (SourceUnavailable e) {
            return last.after(e.failure());
        } catch (RuntimeException e) {
            log.warn("Reading {} failed in an unexpected way", name, e);
            return last.after(new Failure(
                    Failure.Kind.UNEXPECTED,
                    name + " cannot be read",
                    "What is shown of it is from before.",
                    "The console's log tells more; it is tried again all the time.",
                    String.valueOf(e.getMessage()),
                    clock.instant()));
        }
    }
}
