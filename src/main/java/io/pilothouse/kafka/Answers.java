package io.pilothouse.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers to questions asked at one moment, waited for until one deadline by the thread that asked: the client's own thread serves all
 * questions and must not be held up. The client is told the deadline too, but overruns it by seconds while it connects to an address
 * that swallows packets.
 */
final class Answers {

    /** So that the client can say what it waited for before the wait ends here. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final long end;

    /** Starts the time that is waited for. */
    Answers(Duration deadline) {
        this.end = System.nanoTime() + deadline.plus(GRACE).toNanos();
    }

    /** The answer, or why there is none by the deadline. */
    <T> T await(Future<T> answer) throws NoAnswer {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new NoAnswer(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(e);
        }
    }

    /** The deadline in the form that the client's options take. */
    static int millis(Duration deadline) {
        return Math.toIntExact(deadline.toMillis());
    }
}
