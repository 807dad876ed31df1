package io.pilothouse.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OffsetTrackTest {

    private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    @Test
    void tellsWhenAnOffsetWasPassedByInterpolation() {
        OffsetTrack track =
                OffsetTrack.of(T0, 100).then(at(10), 200).then(at(20), 200).then(at(30), 400);

        assertThat(track.passed(150)).contains(at(5));
        assertThat(track.passed(300)).contains(at(25));
    }

    @Test
    void aRecordThatCameAfterARestIsAsOldAsTheEndOfTheRest() {
        OffsetTrack track =
                OffsetTrack.of(T0, 100).then(at(10), 200).then(at(600), 200).then(at(610), 210);

        assertThat(track.passed(200)).contains(at(600));
    }

    @Test
    void whatIsBeforeItsBeginOrYetToComeIsNotKnown() {
        OffsetTrack track = OffsetTrack.of(T0, 100).then(at(10), 200);

        assertThat(track.passed(99)).isEmpty();
        assertThat(track.passed(200)).isEmpty();
        assertThat(track.passed(250)).isEmpty();
    }

    @Test
    void whatIsLearntOfTheTimeBeforeReachesBack() {
        OffsetTrack track = OffsetTrack.of(T0, 1_000).then(at(5), 1_050).knowing(at(-600), 400);

        assertThat(track.begin()).isEqualTo(at(-600));
        assertThat(track.passed(700)).contains(at(-300));
        assertThat(track.around(700)).contains(new OffsetTrack.Span(at(-600), at(0)));

        OffsetTrack refined = track.knowing(at(-300), 500);

        assertThat(refined.passed(700)).contains(at(-180));
        assertThat(refined.around(700)).contains(new OffsetTrack.Span(at(-300), at(0)));
    }

    @Test
    void anAnswerThatContradictsItsNeighboursIsMovedBetweenThem() {
        OffsetTrack track = OffsetTrack.of(T0, 100).then(at(10), 200).knowing(at(-60), 150);

        assertThat(track.first()).isEqualTo(100);
        assertThat(track.knowing(at(5), 900).last()).isEqualTo(200);
    }

    @Test
    void ratesAreAveragesOverTheWindow() {
        OffsetTrack track = OffsetTrack.of(T0, 0);
        for (int second = 5; second <= 120; second += 5) {
            track = track.then(at(second), second <= 60 ? second * 10L : 600 + (second - 60) * 30L);
        }

        assertThat(track.rateSince(at(60), SHORTEST).orElseThrow()).isCloseTo(30, within(0.01));
        assertThat(track.rateSince(at(0), SHORTEST).orElseThrow()).isCloseTo(20, within(0.01));
    }

    @Test
    void aShortTimeHasNoRate() {
        OffsetTrack track = OffsetTrack.of(T0, 0).then(at(5), 50).then(at(15), 150);

        assertThat(track.rateSince(at(-60), SHORTEST)).isEmpty();
        assertThat(track.then(at(20), 200).rateSince(at(-60), SHORTEST)).contains(10.0);
        assertThat(track.then(at(20), 200).rateSince(at(10), SHORTEST)).isEmpty();
    }

    @Test
    void whatRestsHasARateOfZeroHoweverLong() {
        OffsetTrack track = OffsetTrack.of(T0, 7);
        for (int minute = 1; minute <= 600; minute++) {
            track = track.then(at(minute * 60), 7);
        }

        assertThat(track.rateSince(at(600 * 60 - 60), SHORTEST)).contains(0.0);
        assertThat(track.passed(6)).isEmpty();
    }

    @Test
    void anOffsetThatGoesBackBeginsItAnew() {
        OffsetTrack track = OffsetTrack.of(T0, 500).then(at(10), 600).then(at(20), 3);

        assertThat(track.begin()).isEqualTo(at(20));
        assertThat(track.last()).isEqualTo(3);
    }

    @Test
    void aSampleThatIsNotNewerIsLeftOut() {
        OffsetTrack track = OffsetTrack.of(T0, 500).then(at(10), 600);

        assertThat(track.then(at(10), 700)).isSameAs(track);
    }

    @Test
    void aLongTimeStaysKnownInFewSamples() {
        OffsetTrack track = OffsetTrack.of(T0, 0);
        for (int second = 5; second <= 86_400; second += 5) {
            track = track.then(at(second), second * 20L);
        }

        assertThat(track.begin()).isEqualTo(T0);
        for (int age = 10; age < 80_000; age *= 2) {
            long then = 86_400 - age;
            assertThat(track.passed(then * 20)).contains(at(then));
            assertThat(track.around(then * 20).orElseThrow().length())
                    .as("gap at an age of %s s", age)
                    .isLessThanOrEqualTo(Duration.ofSeconds(Math.max(10, age / 2)));
        }
    }

    private static Instant at(long second) {
        return T0.plusSeconds(second);
    }
}
