package io.pilothouse.fleet.internal;

import static io.pilothouse.base.HealthState.DEGRADED;
import static io.pilothouse.base.HealthState.FAILING;
import static io.pilothouse.base.HealthState.HEALTHY;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Batch.Outcome;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.internal.Samples.PodSample;
import io.pilothouse.fleet.spi.StorageFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchRulesTest {

    private static final PodSample STUCK = pod().waiting("ImagePullBackOff", "no such tag");

    static Stream<Arguments> batches() {
        return Stream.of(
                arguments("job done", job(run(Outcome.COMPLETE, 0)), pods(), "", HEALTHY, "completed"),
                arguments("job given up", job(run(Outcome.FAILED, 4)), pods(), "", FAILING, "failed: too often"),
                arguments(
                        "job at work", job(run(Outcome.RUNNING, 0)), pods(pod()), "", HEALTHY, "running: 1 of 3 done"),
                arguments(
                        "job that tries again",
                        job(run(Outcome.RUNNING, 1)),
                        pods(pod()),
                        "",
                        DEGRADED,
                        "1 pod failed; it tries again"),
                arguments(
                        "job whose pod cannot start",
                        job(run(Outcome.RUNNING, 0)),
                        pods(STUCK),
                        "",
                        FAILING,
                        "image cannot be pulled: no such tag"),
                arguments(
                        "job whose pod was refused",
                        job(run(Outcome.RUNNING, 0)),
                        pods(),
                        "denied",
                        FAILING,
                        "pods cannot be created: denied"),
                arguments("never ran", cronJob(false), pods(), "", HEALTHY, "has not run yet"),
                arguments("suspended", cronJob(true, run(Outcome.FAILED, 4)), pods(), "", HEALTHY, "suspended"),
                arguments("last run fine", cronJob(false, run(Outcome.COMPLETE, 0)), pods(), "", HEALTHY, ""),
                arguments(
                        "last run failed, the one before was fine",
                        cronJob(false, run(Outcome.FAILED, 4), run(Outcome.COMPLETE, 0)),
                        pods(),
                        "",
                        FAILING,
                        "its last run failed: too often"),
                arguments(
                        "last run fine, the one before failed",
                        cronJob(false, run(Outcome.COMPLETE, 0), run(Outcome.FAILED, 4)),
                        pods(),
                        "",
                        HEALTHY,
                        ""),
                arguments(
                        "runs again after a failure",
                        cronJob(false, run(Outcome.RUNNING, 0), run(Outcome.FAILED, 4)),
                        pods(pod()),
                        "",
                        FAILING,
                        "its last run failed: too often"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("batches")
    void tellsStateAndReason(
            String name, Batch batch, List<Pod> active, String refusal, HealthState state, String reason) {
        Health health = BatchRules.health(batch, active, Optional.of(refusal).filter(words -> !words.isEmpty()));

        assertThat(health.state()).as(name).isEqualTo(state);
        assertThat(health.reason()).isEqualTo(reason);
    }

    private static List<Pod> pods(PodSample... samples) {
        NamespaceJoiner joiner = new NamespaceJoiner(Map.of(), StorageFacts.NONE, NOW);
        return Arrays.stream(samples)
                .map(sample -> joiner.pod(sample.facts(), Map.of()))
                .toList();
    }

    private static Batch job(Batch.Run run) {
        return new Batch(Optional.empty(), false, Optional.empty(), List.of(run));
    }

    private static Batch cronJob(boolean suspended, Batch.Run... runs) {
        return new Batch(
                Optional.of("0 4 * * *"),
                suspended,
                runs.length == 0 ? Optional.empty() : Optional.of(NOW),
                List.of(runs));
    }

    private static Batch.Run run(Outcome outcome, int failed) {
        return new Batch.Run(
                "export-1",
                NOW,
                outcome == Outcome.RUNNING ? Optional.empty() : Optional.of(NOW.plusSeconds(12)),
                outcome,
                outcome == Outcome.FAILED ? "too often" : "",
                outcome == Outcome.RUNNING ? 1 : 0,
                0,
                1,
                failed,
                Optional.of(3));
    }
}
