package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.base.SettableClock;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.spi.ContainerLogs;
import io.pilothouse.services.spi.ContainerLogs.Ending;
import io.pilothouse.services.spi.ContainerLogs.Range;
import io.pilothouse.services.spi.ScriptedLogs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowedContainerTest {

    private static final ContainerLogs.Source SOURCE = new ContainerLogs.Source("shop", "orders-1", "app");
    private static final Instant LINE = SettableClock.START.minusMillis(500);

    private final SettableClock clock = new SettableClock();
    private final ScriptedLogs logs = new ScriptedLogs();
    private final LogRing ring = new LogRing();

    @Test
    void whatBreaksOffIsReadOnFromItsLastLineWithoutReadingOneTwice() {
        FollowedContainer container = followed(false);
        container.tend(100, false);
        logs.write(SOURCE, LINE, "one");
        logs.end(SOURCE, new Ending.Complete());
        assertThat(logs.takeAsked()).containsExactly(new Range(100, Optional.empty(), false));

        container.tend(100, false);
        assertThat(logs.takeAsked()).isEmpty();
        clock.moveOn(Duration.ofSeconds(1));
        container.tend(100, false);

        assertThat(logs.takeAsked()).containsExactly(new Range(LogRing.LINES, Optional.of(LINE), false));
        logs.write(SOURCE, LINE, "one");
        logs.write(SOURCE, LINE.plusNanos(1), "two");
        assertThat(ring.byTime()).extracting(LogLine::text).containsExactly("one", "two");
    }

    @Test
    void whatIsNotThereIsAskedForLessAndLessOften() {
        FollowedContainer container = followed(false);
        int asked = 0;
        for (int second = 0; second < 60; second++) {
            container.tend(100, false);
            if (!logs.open().isEmpty()) {
                asked++;
                logs.end(SOURCE, new Ending.NotThere());
            }
            clock.moveOn(Duration.ofSeconds(1));
        }

        assertThat(asked).isBetween(6, 9);
        assertThat(container.isOpen()).isFalse();
        assertThat(container.failure()).isEmpty();
    }

    @Test
    void aConnectionThatFellSilentIsReplaced() {
        FollowedContainer container = followed(false);
        container.tend(100, false);
        clock.moveOn(Duration.ofSeconds(119));
        container.tend(100, false);
        assertThat(logs.takeAsked()).hasSize(1);

        clock.moveOn(Duration.ofSeconds(2));
        container.tend(100, false);

        assertThat(logs.takeAsked()).hasSize(1);
        assertThat(logs.open()).containsExactly("orders-1/app");
    }

    @Test
    void whatAPreviousRunWroteIsReadOnce() {
        FollowedContainer container = followed(true);
        container.tend(100, false);
        logs.write(SOURCE, LINE, "the end");
        logs.end(SOURCE, new Ending.Complete());
        clock.moveOn(Duration.ofMinutes(5));
        container.tend(100, false);

        assertThat(logs.takeAsked()).containsExactly(new Range(100, Optional.empty(), true));
        assertThat(container.isOpen()).isTrue();
    }

    @Test
    void whatAContainerWroteThatHasEndedForGoodIsReadOnce() {
        FollowedContainer container = followed(false);
        container.tend(100, false);
        logs.write(SOURCE, LINE, "migrated");
        logs.end(SOURCE, new Ending.Complete());
        clock.moveOn(Duration.ofMinutes(5));
        container.tend(100, true);

        assertThat(logs.takeAsked()).hasSize(1);
        assertThat(container.isOpen()).isTrue();
    }

    @Test
    void whyItCannotBeReadIsSaid() {
        Failure failure =
                new Failure(Failure.Kind.DENIED, "The console may not read logs", "", "", "", SettableClock.START);
        FollowedContainer container = followed(false);
        container.tend(100, false);
        logs.end(SOURCE, new Ending.Failed(failure));

        assertThat(container.failure()).contains(failure);
        clock.moveOn(Duration.ofSeconds(1));
        container.tend(100, false);
        assertThat(container.failure()).isEmpty();
        container.close();
        assertThat(logs.open()).isEmpty();
    }

    private FollowedContainer followed(boolean previous) {
        return new FollowedContainer(logs, SOURCE, previous, ring, clock);
    }
}
