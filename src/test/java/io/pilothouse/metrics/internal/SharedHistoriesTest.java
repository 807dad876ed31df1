package io.pilothouse.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.SettableClock;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.TimeRange;
import io.pilothouse.metrics.spi.HistorySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedHistoriesTest {

    private static final Subject BROKERS = new Subject.Brokers("kafka", List.of("main-brokers-0"));

    private final List<Instant> asked = Collections.synchronizedList(new ArrayList<>());
    private final SettableClock clock = new SettableClock();
    private final HistorySource source = (_, _, from, to, _) -> {
        asked.add(to);
        return new History(from, to, List.of(), "up");
    };
    private final SharedHistories histories = new SharedHistories(source, clock);

    @AfterEach
    void close() {
        histories.close();
    }

    @Test
    void whoLooksAtTheSameSharesOneQuestion() {
        CompletableFuture<Observed<History>> one = histories.read(BROKERS, Figure.CPU, TimeRange.HOUR);
        CompletableFuture<Observed<History>> other = histories.read(BROKERS, Figure.CPU, TimeRange.HOUR);

        assertThat(one).isSameAs(other);
        assertThat(one.join().known())
                .hasValueSatisfying(history -> assertThat(Duration.between(history.from(), history.to()))
                        .isEqualTo(Duration.ofHours(1)));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst()).isBetween(clock.instant().minus(TimeRange.HOUR.step()), clock.instant());
    }

    @Test
    void asksAgainWhenTheNextPointIsDue() {
        histories.read(BROKERS, Figure.CPU, TimeRange.HOUR).join();
        Duration step = TimeRange.HOUR.step();
        clock.moveOn(step);
        histories.read(BROKERS, Figure.CPU, TimeRange.HOUR).join();
        histories.read(BROKERS, Figure.CPU, TimeRange.MINUTES_15).join();

        assertThat(asked).hasSize(3);
        assertThat(Duration.between(asked.get(0), asked.get(1))).isEqualTo(step);
    }

    @Test
    void aSourceThatFailsIsMissingAndNotEmpty() {
        Failure failure = new Failure(Failure.Kind.UNREACHABLE, "Prometheus is away", "", "", "", clock.instant());
        try (SharedHistories failing = new SharedHistories(
                (_, _, _, _, _) -> {
                    throw new SourceUnavailable(failure);
                },
                clock)) {
            assertThat(failing.read(BROKERS, Figure.CPU, TimeRange.HOUR).join())
                    .isEqualTo(new Observed.Missing<History>(failure));
        }
    }
}
