package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.ProgressSamples.ends;
import static io.pilothouse.fleet.internal.ProgressSamples.facts;
import static io.pilothouse.fleet.internal.ProgressSamples.group;
import static io.pilothouse.fleet.internal.ProgressSamples.partition;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the time before the console began to watch becomes known. */
class ProgressRecorderTest {

    private static final Duration WRITTEN_FOR = Duration.ofHours(50);
    private static final double RATE = 25;

    private final ProgressRecorder recorder = new ProgressRecorder();
    private int questions;

    @Test
    void aDelayOfHoursIsKnownAfterAFewQuestions() {
        Duration behind = Duration.ofHours(7);

        follow(behind);

        assertDelay(behind);
        assertThat(questions).isLessThanOrEqualTo(9);
    }

    @Test
    void aShortDelayIsFoundToo() {
        follow(Duration.ofSeconds(90));

        assertDelay(Duration.ofSeconds(90));
    }

    @Test
    void nothingIsAskedOfWhoKeepsUp() {
        recorder.record(facts(NOW, ends(NOW, 5_000), group("g").committed(0, 5_000)));

        assertThat(recorder.questions(NOW)).isEmpty();
    }

    @Test
    void recordsThatAreNoLongerKeptAreNotLookedForForEver() {
        recorder.record(facts(NOW, ends(NOW, 5_000_000), group("g").committed(0, 10)));

        int asked = 0;
        for (; asked < 50 && !recorder.questions(NOW).isEmpty(); asked++) {
            Map<PartitionId, Instant> moments = recorder.questions(NOW);
            recorder.answered(moments, Map.of(partition(0), 1_000L));
        }

        assertThat(asked).isLessThan(10);
        assertThat(recorder.history().end(partition(0)).orElseThrow().passed(10))
                .isEmpty();
    }

    @Test
    void aPartitionWhoseLeaderIsSilentKeepsItsTrack() {
        recorder.record(facts(NOW, ends(NOW, 5_000)));
        Map<PartitionId, Observed<Long>> silent = new HashMap<>();
        silent.put(partition(0), new Observed.Stale<>(5_000L, NOW, Samples.failure(Failure.Kind.UNREACHABLE)));

        recorder.record(facts(NOW.plusSeconds(5), silent));

        assertThat(recorder.history().end(partition(0)).orElseThrow().last()).isEqualTo(5_000);
    }

    @Test
    void whatRestsIsAskedForItsLastRecordOnce() {
        recorder.record(facts(NOW, ends(NOW, 5_000, 0, 7)));
        assertThat(recorder.resting()).containsExactlyInAnyOrder(partition(0), partition(2));

        recorder.written(Map.of(partition(0), NOW.minusSeconds(900), partition(2), NOW.minusSeconds(50)));
        recorder.record(facts(NOW.plusSeconds(5), ends(NOW.plusSeconds(5), 5_000, 0, 8)));

        assertThat(recorder.resting()).isEmpty();
        assertThat(recorder.history().lastRecords())
                .isEqualTo(Map.of(partition(0), NOW.minusSeconds(900), partition(2), NOW.plusSeconds(5)));
    }

    @Test
    void aTopicThatWasMadeAnewIsAskedAgain() {
        recorder.record(facts(NOW, ends(NOW, 5_000)));
        recorder.written(Map.of(partition(0), NOW.minusSeconds(900)));

        recorder.record(facts(NOW.plusSeconds(5), ends(NOW.plusSeconds(5), 12)));

        assertThat(recorder.resting()).containsExactly(partition(0));
    }

    /** A partition that was written evenly, and a group that is behind by this time. */
    private void follow(Duration behind) {
        for (int second = 0; second <= 60; second += 5) {
            Instant at = NOW.plusSeconds(second);
            recorder.record(facts(at, ends(at, endAt(at)), group("g").committed(0, endAt(at.minus(behind)))));
            Map<PartitionId, Instant> moments = recorder.questions(at);
            if (!moments.isEmpty()) {
                questions++;
                recorder.answered(
                        moments,
                        Map.of(partition(0), endAt(moments.values().iterator().next())));
            }
        }
    }

    private void assertDelay(Duration behind) {
        Instant now = NOW.plusSeconds(60);
        Instant passed = recorder.history()
                .end(partition(0))
                .orElseThrow()
                .passed(endAt(now.minus(behind)))
                .orElseThrow();
        assertThat(Duration.between(passed, now))
                .isBetween(
                        behind.multipliedBy(9).dividedBy(10),
                        behind.multipliedBy(11).dividedBy(10));
    }

    private static long endAt(Instant moment) {
        double seconds = Duration.between(NOW.minus(WRITTEN_FOR), moment).toSeconds();
        return Math.max(0, Math.round(seconds * RATE));
    }
}
