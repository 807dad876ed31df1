package io.pilothouse.services.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.services.LogStatus.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogWordsTest {

    private static final Failure FAILURE =
            SampleFleet.failure(Failure.Kind.UNREACHABLE, "The log of container app of pod orders-1 cannot be read");

    @Test
    void whatIsFollowed() {
        assertThat(LogWords.following(new Reading(4, 0, 0, List.of()))).isEqualTo("Following 4 containers.");
        assertThat(LogWords.following(new Reading(1, 1, 0, List.of())))
                .isEqualTo("Following 1 container; 1 has no log yet.");
        assertThat(LogWords.following(new Reading(50, 0, 20, List.of(FAILURE))))
                .isEqualTo("Following 50 containers; 20 containers of older pods are left out; 1 cannot be read.");
        assertThat(LogWords.following(new Reading(0, 2, 0, List.of()))).isEqualTo("No container has a log yet.");
    }

    @Test
    void whatPreviousRunsWrote() {
        assertThat(LogWords.previous(new Reading(1, 2, 0, List.of())))
                .isEqualTo("What 1 container wrote before its last restart; 2 have no earlier run.");
        assertThat(LogWords.previous(new Reading(0, 2, 0, List.of())))
                .isEqualTo("No container has an earlier run whose log is kept.");
    }
}
