package io.pilothouse.fleet.internal;

import static io.pilothouse.base.HealthState.DEGRADED;
import static io.pilothouse.base.HealthState.FAILING;
import static io.pilothouse.base.HealthState.HEALTHY;
import static io.pilothouse.base.HealthState.PROGRESSING;
import static io.pilothouse.base.HealthState.UNKNOWN;
import static io.pilothouse.fleet.internal.Samples.LONG_AGO;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.internal.Samples.PodSample;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PodRulesTest {

    static Stream<Arguments> pods() {
        return Stream.of(
                arguments(pod(), "Running", HEALTHY, ""),
                arguments(pod().deleting(), "Terminating", PROGRESSING, "terminating"),
                arguments(pod().notReadySince(NOW.minusSeconds(20)), "Running", PROGRESSING, "starting"),
                arguments(pod().notReadySince(LONG_AGO), "Running", DEGRADED, "runs, but does not get ready"),
                arguments(pod().waiting("ContainerCreating", ""), "ContainerCreating", PROGRESSING, "starting"),
                arguments(
                        pod().initialising(initContainer(true, ""), initContainer(false, "PodInitializing")),
                        "Init:1/2",
                        PROGRESSING,
                        "starting: 1 of 2 init containers done"),
                arguments(
                        pod().initialising(initContainer(false, "CrashLoopBackOff"), initContainer(false, "")),
                        "Init:CrashLoopBackOff",
                        FAILING,
                        "init container migrate: exited with 3: no such database"),
                arguments(
                        pod().waiting("CrashLoopBackOff", "back-off 40s")
                                .exited(1, "Error", "starting\n2026-03-01T11:59:00.123Z ERROR MODEL_URL is not set\n")
                                .restarts(7),
                        "CrashLoopBackOff",
                        FAILING,
                        "exited with 1: MODEL_URL is not set"),
                arguments(
                        pod().waiting("CrashLoopBackOff", "")
                                .exited(137, "OOMKilled", "")
                                .restarts(2),
                        "CrashLoopBackOff",
                        FAILING,
                        "exited with 137 (OOMKilled)"),
                arguments(
                        pod().waiting("ImagePullBackOff", "Back-off pulling image \"x:1\""),
                        "ImagePullBackOff",
                        FAILING,
                        "image cannot be pulled: Back-off pulling image \"x:1\""),
                arguments(
                        pod().waiting("CreateContainerConfigError", "secret \"db\" not found"),
                        "CreateContainerConfigError",
                        FAILING,
                        "CreateContainerConfigError: secret \"db\" not found"),
                arguments(
                        pod().unschedulable(
                                        "0/6 nodes are available: 6 Insufficient cpu. preemption: 0/6 nodes are available."),
                        "Pending",
                        FAILING,
                        "cannot be scheduled: 0/6 nodes are available: 6 Insufficient cpu."),
                arguments(
                        pod().exited(137, "OOMKilled", "").restarts(3),
                        "Running",
                        DEGRADED,
                        "restarted 3 times within an hour; last time it exited with 137 (OOMKilled)"),
                arguments(pod().exited(1, "Error", "").restarts(2), "Running", HEALTHY, ""),
                arguments(
                        pod().notReadySince(NOW.minusSeconds(5))
                                .exited(137, "Error", "")
                                .restarts(1),
                        "Running",
                        DEGRADED,
                        "restarted, not ready yet; last time it exited with 137"),
                arguments(pod().phase("Succeeded", ""), "Succeeded", HEALTHY, "completed"),
                arguments(pod().phase("Failed", "Evicted"), "Evicted", FAILING, "Evicted"),
                arguments(pod().phase("Unknown", ""), "Unknown", UNKNOWN, "its node does not report"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void tellsWordStateAndReason(PodSample sample, String word, HealthState state, String reason) {
        Health health = PodRules.health(sample.facts(), NOW);

        assertThat(PodRules.word(sample.facts())).isEqualTo(word);
        assertThat(health.state()).isEqualTo(state);
        assertThat(health.reason()).isEqualTo(reason);
    }

    private static Container initContainer(boolean done, String waiting) {
        return new Container(
                "migrate",
                "registry/migrate:1",
                done,
                0,
                waiting.isEmpty() ? Optional.empty() : Optional.of(new Container.Waiting(waiting, "")),
                done ? Optional.empty() : Optional.of(new Termination(3, "Error", "no such database", NOW)));
    }
}
