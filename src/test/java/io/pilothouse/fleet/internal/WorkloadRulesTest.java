package io.pilothouse.fleet.internal;

import static io.pilothouse.base.HealthState.DEGRADED;
import static io.pilothouse.base.HealthState.FAILING;
import static io.pilothouse.base.HealthState.HEALTHY;
import static io.pilothouse.base.HealthState.PROGRESSING;
import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.deployment;
import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.internal.Samples.PodSample;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadRulesTest {

    private static final Optional<Autoscaling> NO_AUTOSCALING = Optional.empty();

    private static final PodSample CRASHING =
            pod().waiting("CrashLoopBackOff", "").exited(1, "Error", "MODEL_URL is not set");

    static Stream<Arguments> workloads() {
        return Stream.of(
                arguments("whole", of(2, 2, 2), List.of(pod(), pod()), NO_AUTOSCALING, HEALTHY, ""),
                arguments("scaled to zero", of(0, 0, 0), List.of(), NO_AUTOSCALING, HEALTHY, "scaled to zero"),
                arguments(
                        "on the way to zero",
                        of(0, 1, 0),
                        List.of(pod().deleting()),
                        NO_AUTOSCALING,
                        PROGRESSING,
                        "scaling to zero"),
                arguments(
                        "one pod missing, a new one starting",
                        of(3, 2, 3),
                        List.of(pod(), pod(), pod().notReadySince(NOW.minusSeconds(2))),
                        NO_AUTOSCALING,
                        PROGRESSING,
                        "2 of 3 ready"),
                arguments("no pod yet", of(2, 0, 0), List.of(), NO_AUTOSCALING, PROGRESSING, "0 of 2 ready"),
                arguments(
                        "none ready, all crash",
                        of(2, 0, 2),
                        List.of(CRASHING, CRASHING),
                        NO_AUTOSCALING,
                        FAILING,
                        "exited with 1: MODEL_URL is not set"),
                arguments(
                        "one of two crashes",
                        of(2, 1, 2),
                        List.of(pod(), CRASHING),
                        NO_AUTOSCALING,
                        DEGRADED,
                        "exited with 1: MODEL_URL is not set"),
                arguments(
                        "old revision serves, new one crashes",
                        of(2, 2, 1),
                        List.of(pod(), pod(), CRASHING),
                        NO_AUTOSCALING,
                        DEGRADED,
                        "exited with 1: MODEL_URL is not set"),
                arguments(
                        "rollout goes on with all ready",
                        of(4, 4, 1),
                        List.of(pod(), pod()),
                        NO_AUTOSCALING,
                        PROGRESSING,
                        "rollout: 1 of 4 updated"),
                arguments(
                        "controller has not seen the spec",
                        deployment(new ReplicaCounts(2, 2, 2, false)),
                        List.of(pod()),
                        NO_AUTOSCALING,
                        PROGRESSING,
                        "rollout: about to start"),
                arguments(
                        "autoscaler at work",
                        of(5, 3, 5),
                        List.of(pod(), pod().notReadySince(NOW)),
                        Optional.of(new Autoscaling("front", 2, 10, 3, 5, Optional.empty(), false, Optional.empty())),
                        PROGRESSING,
                        "HPA scales 3 → 5"),
                arguments(
                        "autoscaler without metrics",
                        of(2, 2, 2),
                        List.of(pod()),
                        Optional.of(new Autoscaling(
                                "front", 2, 10, 2, 2, Optional.of("no metrics returned"), false, Optional.empty())),
                        DEGRADED,
                        "its autoscaler cannot work: no metrics returned"),
                arguments(
                        "paused",
                        deployment(new ReplicaCounts(2, 2, 1, true), true, Optional.empty(), Optional.empty()),
                        List.of(pod()),
                        NO_AUTOSCALING,
                        HEALTHY,
                        "rollout is paused"),
                arguments(
                        "quota leaves no room",
                        deployment(
                                new ReplicaCounts(2, 0, 0, true),
                                false,
                                Optional.empty(),
                                Optional.of("exceeded quota: cpu")),
                        List.of(),
                        NO_AUTOSCALING,
                        FAILING,
                        "pods cannot be created: exceeded quota: cpu"),
                arguments(
                        "progress deadline passed, one serves",
                        deployment(
                                new ReplicaCounts(2, 1, 1, true),
                                false,
                                Optional.of("ReplicaSet has timed out progressing."),
                                Optional.empty()),
                        List.of(pod()),
                        NO_AUTOSCALING,
                        DEGRADED,
                        "rollout does not go on: ReplicaSet has timed out progressing."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workloads")
    void tellsStateAndReason(
            String name,
            WorkloadFacts workload,
            List<PodSample> samples,
            Optional<Autoscaling> autoscaling,
            HealthState state,
            String reason) {
        NamespaceJoiner joiner = new NamespaceJoiner(Map.of(), StorageFacts.NONE, NOW);
        List<Pod> pods = samples.stream()
                .map(sample -> joiner.pod(sample.facts(), Map.of()))
                .toList();

        Health health = WorkloadRules.health(workload, pods, autoscaling, Optional.empty(), Optional.empty());

        assertThat(health.state()).as(name).isEqualTo(state);
        assertThat(health.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "false, HEALTHY, ''",
        "true, DEGRADED, KEDA cannot scale it: no such topic",
    })
    void whatKedaCannotDoCountsUnlessItIsPaused(boolean acts, HealthState state, String reason) {
        ScaledObject keda = new ScaledObject(
                "orders",
                0,
                20,
                Optional.empty(),
                !acts,
                Optional.empty(),
                List.of(),
                "keda-hpa-orders",
                true,
                Optional.empty(),
                Optional.of("no such topic"));
        Autoscaling autoscaler =
                new Autoscaling("keda-hpa-orders", 1, 20, 2, 2, Optional.of("no metrics"), false, Optional.empty());

        Health health = WorkloadRules.health(
                of(2, 2, 2), List.of(), Optional.of(autoscaler), Optional.of(keda), Optional.empty());

        assertThat(health.state()).isEqualTo(state);
        assertThat(health.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"2, FAILING, waits for quota", "0, PROGRESSING, 0 of 2 ready"})
    void aRefusalCountsAsLongAsPodsAreMissing(int missing, HealthState state, String begin) {
        String message =
                "create Pod orders-1 in StatefulSet orders failed error: pods \"orders-1\" is forbidden: exceeded "
                        + "quota: compute, requested: requests.cpu=500m, used: requests.cpu=4, limited: requests.cpu=4";
        NamespaceJoiner joiner = new NamespaceJoiner(Map.of(), StorageFacts.NONE, NOW);
        List<Pod> pods = Collections.nCopies(
                2 - missing, joiner.pod(pod().notReadySince(NOW).facts(), Map.of()));

        Health health =
                WorkloadRules.health(of(2, 0, 2), pods, Optional.empty(), Optional.empty(), Optional.of(message));

        assertThat(health.state()).isEqualTo(state);
        assertThat(health.reason()).startsWith(begin);
    }

    private static WorkloadFacts of(int desired, int ready, int updated) {
        return deployment(new ReplicaCounts(desired, ready, updated, true));
    }
}
