package io.pilothouse.testbed.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void doublesFromTenSecondsToFiveMinutesAfterOneRestartAtOnce() {
        BackOff backOff = new BackOff(KubeletSettings.asInLife());
        List<String> waits = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 8; i++) {
            waits.add(GoDuration.format(backOff.current()));
            now = now.plus(backOff.current()).plusSeconds(1);
            backOff.raise(now, now);
        }
        assertThat(waits).containsExactly("0ms", "10s", "20s", "40s", "1m20s", "2m40s", "5m0s", "5m0s");
    }

    @Test
    void isForgottenAfterTenMinutesWithoutAFailure() {
        BackOff backOff = new BackOff(KubeletSettings.asInLife());
        backOff.raise(START, START);
        backOff.raise(START.plusSeconds(20), START.plusSeconds(20));
        assertThat(backOff.current()).isEqualTo(Duration.ofSeconds(20));
        Instant later = START.plus(Duration.ofMinutes(11));
        backOff.raise(later, later);
        assertThat(backOff.current()).isEqualTo(Duration.ofSeconds(10));
    }
}
