package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.services.LogLevel;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.spi.ContainerLogs;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRingTest {

    private static final ContainerLogs.Source ONE = new ContainerLogs.Source("shop", "orders-1", "app");
    private static final ContainerLogs.Source OTHER = new ContainerLogs.Source("shop", "orders-2", "app");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final LogRing ring = new LogRing();

    @Test
    void linesOfSeveralPodsMergeByTime() {
        ring.add(ONE, NOW.plusSeconds(3), "third");
        ring.add(OTHER, NOW.plusSeconds(1), "first");
        ring.add(ONE, NOW.plusSeconds(4), "fourth");
        ring.add(OTHER, NOW.plusSeconds(2), "second");

        assertThat(ring.byTime()).extracting(LogLine::text).containsExactly("first", "second", "third", "fourth");
        assertThat(ring.after(1, 2)).extracting(LogLine::text).containsExactly("fourth", "second");
        assertThat(ring.after(4, 2)).isEmpty();
    }

    @Test
    void aStackTraceIsAsGraveAsTheLineAboveItInTheSamePod() {
        ring.add(ONE, NOW, "ERROR cannot publish");
        ring.add(OTHER, NOW, "INFO published");
        ring.add(ONE, NOW, "\tat Orders.publish(Orders.java:42)");
        ring.add(OTHER, NOW, "plain");

        assertThat(ring.after(0, 10))
                .extracting(line -> line.level().orElse(null))
                .containsExactly(LogLevel.ERROR, LogLevel.INFO, LogLevel.ERROR, null);
    }

    @Test
    void itKeepsTheNewestLinesAndNoMore() {
        IntStream.rangeClosed(1, LogRing.LINES + 10).forEach(number -> ring.add(ONE, NOW, "line " + number));

        assertThat(ring.byTime()).hasSize(LogRing.LINES);
        assertThat(ring.byTime().getFirst().text()).isEqualTo("line 11");
        assertThat(ring.newest()).isEqualTo(LogRing.LINES + 10);
    }

    @Test
    void longLinesLeaveRoomForFewer() {
        String long16k = "x".repeat(16_000);
        IntStream.range(0, 1000).forEach(_ -> ring.add(ONE, NOW, long16k));

        assertThat(ring.byTime()).hasSize(LogRing.CHARACTERS / 16_000);
    }
}
