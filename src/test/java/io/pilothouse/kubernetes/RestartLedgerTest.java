package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.SettableClock;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.spi.PodFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartLedgerTest {

    private static final Instant LONG_AGO = SettableClock.START.minus(Duration.ofDays(3));

    private final SettableClock clock = new SettableClock();
    private final RestartLedger ledger = new RestartLedger(clock);

    @Test
    void ofAYoungPodTheTotalIsTheHours() {
        assertThat(seen(SettableClock.START.minusSeconds(600), 4, Optional.empty()))
                .isEqualTo(new Restarts(4, true));
    }

    @Test
    void oldRestartsDoNotCount() {
        assertThat(seen(LONG_AGO, 40, Optional.of(SettableClock.START.minus(Duration.ofHours(2)))))
                .isEqualTo(new Restarts(0, true));
    }

    @Test
    void ofRestartsBeforeTheFirstLookOnlyTheLastIsKnown() {
        Optional<Instant> lately = Optional.of(SettableClock.START.minusSeconds(60));
        assertThat(seen(LONG_AGO, 40, lately)).isEqualTo(new Restarts(1, false));
    }

    @Test
    void aSingleRestartEverIsKnownInFull() {
        Optional<Instant> lately = Optional.of(SettableClock.START.minusSeconds(60));
        assertThat(seen(LONG_AGO, 1, lately)).isEqualTo(new Restarts(1, true));
    }

    @Test
    void restartsThatWereSeenCountForAnHourAndNoLonger() {
        seen(LONG_AGO, 10, Optional.empty());
        clock.moveOn(Duration.ofMinutes(10));
        assertThat(seen(LONG_AGO, 12, Optional.of(clock.instant()))).isEqualTo(new Restarts(2, true));
        clock.moveOn(Duration.ofMinutes(59));
        assertThat(seen(LONG_AGO, 13, Optional.of(clock.instant()))).isEqualTo(new Restarts(3, true));
        clock.moveOn(Duration.ofMinutes(1));
        assertThat(seen(LONG_AGO, 13, Optional.of(clock.instant()))).isEqualTo(new Restarts(1, true));
        clock.moveOn(Duration.ofHours(1));
        assertThat(seen(LONG_AGO, 13, Optional.of(clock.instant()))).isEqualTo(new Restarts(0, true));
    }

    @Test
    void whatLackedAtTheBeginningIsMadeUpForAfterAnHour() {
        Optional<Instant> lately = Optional.of(SettableClock.START.minusSeconds(60));
        seen(LONG_AGO, 40, lately);
        clock.moveOn(Duration.ofHours(1));
        assertThat(seen(LONG_AGO, 40, lately)).isEqualTo(new Restarts(0, true));
    }

    @Test
    void aPodThatIsGoneIsForgotten() {
        seen(LONG_AGO, 10, Optional.empty());
        seen(LONG_AGO, 12, Optional.empty());
        ledger.retain(_ -> false);
        assertThat(seen(LONG_AGO, 12, Optional.empty())).isEqualTo(new Restarts(0, true));
    }

    private Restarts seen(Instant created, int restarts, Optional<Instant> lastExit) {
        PodFacts pod = pod(created, restarts, lastExit);
        ledger.note(pod);
        return ledger.withinTheHour(pod);
    }

    private static PodFacts pod(Instant created, int restarts, Optional<Instant> lastExit) {
        Container container = new Container(
                "main",
                "registry.example/app:1",
                true,
                restarts,
                Optional.empty(),
                lastExit.map(finished -> new Termination(1, "Error", "", finished)));
        return new PodFacts(
                "shop",
                "app",
                "uid",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                "Running",
                "",
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(container),
                List.of(),
                Resources.NONE,
                Limits.NONE,
                Restarts.NONE,
                Optional.empty(),
                Optional.empty(),
                created,
                List.of(),
                false);
    }
}
