package io.pilothouse.testbed.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.pilothouse.testbed.kubelet.ContainerState.Ended;
import io.pilothouse.testbed.kubelet.ContainerState.Running;
import io.pilothouse.testbed.kubelet.ContainerState.Waiting;
import io.pilothouse.testbed.kubelet.ScriptedRuntime.Script;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodStatusesTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Container CONTAINER = new ContainerBuilder()
            .withName("main")
            .withImage("registry.test/app:1")
            .build();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "Always, 0, false, Running",
        "Always, 1, false, Running",
        "OnFailure, 0, false, Succeeded",
        "OnFailure, 1, false, Running",
        "Never, 0, false, Succeeded",
        "Never, 1, false, Failed",
        "Always, 0, true, Succeeded",
        "Always, 143, true, Failed"
    })
    void thePhaseOfAPodWhoseContainerEnded(String policy, int code, boolean ending, String phase) {
        PodStatus status = PodStatuses.of(picture(policy, ended(code), Optional.empty(), ending), null, START);
        assertThat(status.getPhase()).isEqualTo(phase);
    }

    @Test
    void aPodIsPendingUntilItsContainerHasRunOnce() {
        Waiting waiting = Waiting.CREATING;
        assertThat(PodStatuses.of(picture("Always", waiting, Optional.empty(), false), null, START)
                        .getPhase())
                .isEqualTo("Pending");
        assertThat(PodStatuses.of(picture("Always", waiting, Optional.of(ended(1)), false), null, START)
                        .getPhase())
                .isEqualTo("Running");
    }

    @Test
    void aConditionKeepsItsTimeUntilItChanges() {
        PodStatus unready = PodStatuses.of(picture("Always", running(false), Optional.empty(), false), null, START);
        PodStatus same = PodStatuses.of(
                picture("Always", running(false), Optional.empty(), false), unready, START.plusSeconds(5));
        PodStatus ready =
                PodStatuses.of(picture("Always", running(true), Optional.empty(), false), same, START.plusSeconds(9));

        assertThat(same).isEqualTo(unready);
        assertThat(condition(same, "Ready").getMessage()).isEqualTo("containers with unready status: [main]");
        assertThat(condition(ready, "Ready").getLastTransitionTime()).isEqualTo("2026-01-02T03:04:14Z");
        assertThat(condition(ready, "Initialized").getLastTransitionTime()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void resourceMetricsLeaveOutWhatDoesNotRun() {
        String running =
                ResourceMetrics.of(List.of(picture("Always", running(true), Optional.empty(), false)), START, START);
        assertThat(running)
                .contains("container_cpu_usage_seconds_total{container=\"main\",namespace=\"shop\",pod=\"app-1\"}"
                        + " 1.500000 1767323045678\n")
                .contains(
                        "pod_memory_working_set_bytes{namespace=\"shop\",pod=\"app-1\"} 67108864.000000 1767323045678\n")
                .contains("node_cpu_usage_seconds_total 1.500000 1767323045678\n");

        String ended = ResourceMetrics.of(List.of(picture("Always", ended(0), Optional.empty(), false)), START, START);
        assertThat(ended).doesNotContain("container=\"main\"");
    }

    private PodPicture picture(String policy, ContainerState state, Optional<Ended> last, boolean ending) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("app-1")
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy(policy)
                .withContainers(CONTAINER)
                .endSpec()
                .build();
        ContainerLogs logs = new ContainerLogs(directory);
        return new PodPicture(
                pod,
                START,
                Optional.of(InetAddress.getLoopbackAddress()),
                List.of(new ContainerPicture(CONTAINER, state, last, last.isPresent() ? 1 : 0, logs)),
                ending);
    }

    private Running running(boolean ready) {
        var request = new ContainerRequest(
                new PodReference("shop", "app-1", "uid", Map.of(), Map.of()),
                "main",
                "registry.test/app:1",
                List.of(),
                List.of(),
                Map.of(),
                InetAddress.getLoopbackAddress(),
                directory,
                Map.of(),
                "node-a1",
                "zone-a",
                Optional.empty(),
                (at, line) -> {});
        return new Running("containerd://1", new Script(request), START, ready);
    }

    private static Ended ended(int code) {
        return new Ended("containerd://0", ContainerExit.withCode(code), START, START.plusSeconds(3));
    }

    private static PodCondition condition(PodStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
