package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.change.Check;
import io.pilothouse.change.Check.Verdict;
import io.pilothouse.change.LiveObject;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fleet.Batch;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronJobRulesTest {

    private static final LiveObject FORBIDS =
            new LiveObject(Map.of("spec", Map.of("concurrencyPolicy", "Forbid", "startingDeadlineSeconds", 60)));

    @ParameterizedTest
    @CsvSource({"0, PASS", "1, WARN", "2, WARN"})
    void aRunBesideOthersIsWarnedOf(int running, Verdict verdict) {
        Check check = CronJobRules.beside(batch(running, false), Optional.of(FORBIDS));

        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.evidence()).isEqualTo("concurrencyPolicy Forbid");
    }

    @Test
    void aMissedRunMayBeginOnResuming() {
        assertThat(CronJobRules.resuming(Optional.of(new LiveObject(Map.of()))).verdict())
                .isEqualTo(Verdict.WARN);
        assertThat(CronJobRules.resuming(Optional.of(FORBIDS)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsUnderWayIsSaid() {
        assertThat(CronJobRules.suspending(batch(0, false)).finding()).isEqualTo("No run of it is under way");
        assertThat(CronJobRules.suspending(batch(2, false)).finding())
                .isEqualTo("2 runs are under way, and will go on");
        assertThat(CronJobRules.whileSuspended(batch(0, true))).isPresent();
        assertThat(CronJobRules.whileSuspended(batch(0, false))).isEmpty();
    }

    private static Batch batch(int running, boolean suspended) {
        Batch.Run run = new Batch.Run(
                "clean-up-1", SampleFleet.NOW, Optional.empty(), Batch.Outcome.RUNNING, "", 1, 1, 0, 0, Optional.of(1));
        return new Batch(Optional.of("0 4 * * *"), suspended, Optional.empty(), Collections.nCopies(running, run));
    }
}
