package io.pilothouse.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Cuts what is too much for one request into parts. */
final class Parts {

    private Parts() {}

    /**
     * Puts one question after the other, each for a part, and begins no further one when the time is over. The client needs one broker
     * that is free to choose well: with several questions at once, some would go to a broker that hangs.
     */
    static <T> void inTurn(List<T> all, int size, Duration time, Consumer<List<T>> question) {
        long end = System.nanoTime() + time.toNanos();
        for (int begin = 0; begin < all.size() && System.nanoTime() - end < 0; begin += size) {
            question.accept(all.subList(begin, Math.min(begin + size, all.size())));
        }
    }
}
