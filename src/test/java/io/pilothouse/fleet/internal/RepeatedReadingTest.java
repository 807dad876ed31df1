package io.pilothouse.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedReadingTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(reading(() -> "never asked", () -> {}).last().known()).isEmpty();
    }

    @Test
    void keepsTheLastValueThroughFailuresAndRecovers() {
        AtomicInteger attempts = new AtomicInteger();
        List<Observed<String>> seen = new CopyOnWriteArrayList<>();
        AtomicReference<RepeatedReading<String>> running = new AtomicReference<>();
        RepeatedReading<String> reading = reading(
                () -> switch (attempts.incrementAndGet()) {
                    case 2 -> throw new SourceUnavailable(failure());
                    case 3 -> throw new IllegalStateException("a bug");
                    default -> "whole";
                },
                () -> seen.add(running.get().last()));
        running.set(reading);

        reading.start();
        await().until(() -> seen.size() >= 4);
        reading.end();

        assertThat(seen.get(0)).isInstanceOf(Observed.Fresh.class);
        assertThat(seen.get(1).known()).contains("whole");
        assertThat(seen.get(1).problem().map(Failure::kind)).contains(Failure.Kind.UNREACHABLE);
        assertThat(seen.get(2).known()).contains("whole");
        assertThat(seen.get(2).problem().map(Failure::kind)).contains(Failure.Kind.UNEXPECTED);
        assertThat(seen.get(3)).isInstanceOf(Observed.Fresh.class);
    }

    @Test
    void neverReadsTwiceAtOnceHoweverSlowItIs() {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger results = new AtomicInteger();
        RepeatedReading<String> reading = reading(
                () -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    try {
                        return answers.take();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        underWay.decrementAndGet();
                    }
                },
                results::incrementAndGet);

        reading.start();
        for (int answer = 1; answer <= 3; answer++) {
            await().until(() -> underWay.get() == 1);
            answers.add("answer " + answer);
            int expected = answer;
            await().until(() -> results.get() == expected);
        }

        assertThat(most).hasValue(1);
    }

    private RepeatedReading<String> reading(RepeatedReading.Attempt<String> attempt, Runnable onResult) {
        return new RepeatedReading<>("it", attempt, Duration.ofMillis(1), Clock.systemUTC(), timer, onResult);
    }

    private static Failure failure() {
        return new Failure(
                Failure.Kind.UNREACHABLE,
                "It gives no answer",
                "…",
                "…",
                "refused",
                Clock.systemUTC().instant());
    }
}
