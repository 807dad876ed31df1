package io.pilothouse.services.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Batch.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchWordsTest {

    static Stream<Arguments> batches() {
        return Stream.of(
                arguments(job(Outcome.COMPLETE), "2 / 3", "It is complete", "Complete, took 12 s"),
                arguments(job(Outcome.RUNNING), "2 / 3", "It runs", "Running, 2 of 3 done, 1 pod failed"),
                arguments(cronJob(Outcome.RUNNING), "1 running", "It runs", "Running, 2 of 3 done, 1 pod failed"),
                arguments(cronJob(Outcome.COMPLETE), "–", "Its last run is complete", "Complete, took 12 s"));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void whatItDoes(Batch batch, String cell, String headline, String run) {
        assertThat(BatchWords.cell(batch).text()).isEqualTo(cell);
        assertThat(BatchWords.headline(batch)).isEqualTo(headline);
        assertThat(BatchWords.run(batch.runs().getFirst())).isEqualTo(run);
    }

    private static Batch job(Outcome outcome) {
        return new Batch(Optional.empty(), false, Optional.empty(), List.of(run(outcome)));
    }

    private static Batch cronJob(Outcome outcome) {
        return new Batch(Optional.of("0 4 * * *"), false, Optional.of(SampleFleet.NOW), List.of(run(outcome)));
    }

    private static Batch.Run run(Outcome outcome) {
        return new Batch.Run(
                "export-1",
                SampleFleet.NOW.minusSeconds(12),
                outcome == Outcome.RUNNING ? Optional.empty() : Optional.of(SampleFleet.NOW),
                outcome,
                outcome == Outcome.FAILED ? "given up" : "",
                1,
                0,
                2,
                outcome == Outcome.RUNNING ? 1 : 0,
                Optional.of(3));
    }
}
