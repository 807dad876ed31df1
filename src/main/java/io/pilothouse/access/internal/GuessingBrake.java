package io.pilothouse.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who guesses passwords: after {@value #FREE} wrong ones in a row for one name from one address, each further one costs a wait that
 * doubles up to a minute. Nobody is locked out for longer, and nobody elsewhere at all.
 */
final class GuessingBrake {

    static final int FREE = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    /** Who tries many names must not fill the memory. */
    private static final int MOST = 10_000;

    /** Who tries: the name they give, known or not, and where they come from. */
    record Guesser(String name, String address) {}

    private record Guesses(int wrong, Instant last) {}

    private final Clock clock;
    private final Map<Guesser, Guesses> guessers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guesser, Guesses> eldest) {
            return size() > MOST;
        }
    };

    GuessingBrake(Clock clock) {
        this.clock = clock;
    }

    /** Whether a try must not even be looked at yet. */
    synchronized boolean mustWait(Guesser guesser) {
        return known(guesser)
                .filter(guesses -> guesses.last().plus(wait(guesses.wrong())).isAfter(clock.instant()))
                .isPresent();
    }

    synchronized void wrong(Guesser guesser) {
        int before = known(guesser).map(Guesses::wrong).orElse(0);
        guessers.remove(guesser);
        guessers.put(guesser, new Guesses(before + 1, clock.instant()));
    }

    synchronized void right(Guesser guesser) {
        guessers.remove(guesser);
    }

    private Optional<Guesses> known(Guesser guesser) {
        return Optional.ofNullable(guessers.get(guesser))
                .filter(guesses -> guesses.last().plus(FORGOTTEN).isAfter(clock.instant()));
    }

    private static Duration wait(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(wrong - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
