package io.pilothouse.services.internal;

import io.pilothouse.base.Failure;
import io.pilothouse.services.spi.ContainerLogs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The log of one container, begun again where it left off when it ends, breaks or falls silent for long. */
final class FollowedContainer implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** A connection that brings nothing for so long may have nobody at its other end. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final ContainerLogs logs;
    private final ContainerLogs.Source source;
    private final boolean previous;
    private final LogRing ring;
    private final Clock clock;

    private Optional<ContainerLogs.Reading> reading = Optional.empty();
    private int attempt;
    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.MIN;
    private Instant heard = Instant.MIN;
    private Optional<Instant> lastLine = Optional.empty();
    private ContainerLogs.Ending ending = new ContainerLogs.Ending.NotThere();

    FollowedContainer(ContainerLogs logs, ContainerLogs.Source source, boolean previous, LogRing ring, Clock clock) {
        this.logs = logs;
        this.source = source;
        this.previous = previous;
        this.ring = ring;
        this.clock = clock;
    }

    /**
     * Begins or begins again where that is due.
     *
     * @param tail how many lines from before to read at most
     * @param done whether the container has ended for good, so that reading its log once is enough
     */
    synchronized void tend(int tail, boolean done) {
        Instant now = clock.instant();
        if (reading.isPresent() && heard.plus(SILENCE).isBefore(now)) {
            stop();
            next = now;
        }
        boolean finished = (previous || done) && attempt > 0;
        if (reading.isPresent() || finished || next.isAfter(now)) {
            return;
        }
        attempt++;
        heard = now;
        int present = attempt;
        reading = Optional.of(logs.open(
                source,
                new ContainerLogs.Range(lastLine.isPresent() ? LogRing.LINES : tail, lastLine, previous),
                new ContainerLogs.Sink() {
                    @Override
                    public void line(Instant at, String text) {
                        note(present, at, text);
                    }

                    @Override
                    public void ended(ContainerLogs.Ending how) {
                        end(present, how);
                    }
                }));
    }

    /** Whether its log is open, or was read to its end. */
    synchronized boolean isOpen() {
        return reading.isPresent() || ending instanceof ContainerLogs.Ending.Complete;
    }

    synchronized Optional<Failure> failure() {
        return reading.isEmpty() && ending instanceof ContainerLogs.Ending.Failed failed
                ? Optional.of(failed.failure())
                : Optional.empty();
    }

    @Override
    public synchronized void close() {
        stop();
    }

    private void stop() {
        attempt++;
        reading.ifPresent(ContainerLogs.Reading::close);
        reading = Optional.empty();
    }

    /** What is read again begins at the second of the last line, so lines up to that one are known. */
    private synchronized void note(int from, Instant at, String text) {
        if (from != attempt) {
            return;
        }
        heard = clock.instant();
        pause = FIRST_PAUSE;
        if (lastLine.filter(last -> !at.isAfter(last)).isEmpty()) {
            lastLine = Optional.of(at);
            ring.add(source, at, text);
        }
    }

    private synchronized void end(int from, ContainerLogs.Ending how) {
        if (from != attempt) {
            return;
        }
        ending = how;
        reading = Optional.empty();
        next = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
}
