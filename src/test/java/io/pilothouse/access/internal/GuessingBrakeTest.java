package io.pilothouse.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.internal.GuessingBrake.Guesser;
import io.pilothouse.base.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessingBrakeTest {

    private static final Guesser OPS = new Guesser("ops", "10.0.0.1");

    private final SettableClock clock = new SettableClock();
    private final GuessingBrake brake = new GuessingBrake(clock);

    @Test
    void fiveWrongPasswordsAreFreeThenEachCostsAWaitThatDoubles() {
        guess(GuessingBrake.FREE - 1);
        assertThat(brake.mustWait(OPS)).isFalse();
        guess(1);
        assertThat(brake.mustWait(OPS)).isTrue();
        clock.moveOn(Duration.ofSeconds(1));
        assertThat(brake.mustWait(OPS)).isFalse();
        guess(1);
        clock.moveOn(Duration.ofSeconds(1));
        assertThat(brake.mustWait(OPS)).isTrue();
        clock.moveOn(Duration.ofSeconds(1));
        assertThat(brake.mustWait(OPS)).isFalse();
    }

    @Test
    void nobodyWaitsForMoreThanAMinute() {
        guess(1000);
        clock.moveOn(Duration.ofSeconds(59));
        assertThat(brake.mustWait(OPS)).isTrue();
        clock.moveOn(Duration.ofSeconds(1));
        assertThat(brake.mustWait(OPS)).isFalse();
    }

    @Test
    void otherNamesAndOtherPlacesAreNotHeldUp() {
        guess(20);
        assertThat(brake.mustWait(new Guesser("ops", "10.0.0.2"))).isFalse();
        assertThat(brake.mustWait(new Guesser("dev", "10.0.0.1"))).isFalse();
    }

    @Test
    void theRightPasswordAndAQuarterOfAnHourMakeItForget() {
        guess(20);
        brake.right(OPS);
        assertThat(brake.mustWait(OPS)).isFalse();
        guess(20);
        clock.moveOn(Duration.ofMinutes(15));
        guess(1);
        assertThat(brake.mustWait(OPS)).isFalse();
    }

    private void guess(int times) {
        for (int time = 0; time < times; time++) {
            brake.wrong(OPS);
        }
    }
}
