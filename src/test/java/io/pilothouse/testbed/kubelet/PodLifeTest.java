package io.pilothouse.testbed.kubelet;

import static io.pilothouse.testbed.kubelet.ScriptedPlatform.SOON;
import static io.pilothouse.testbed.kubelet.ScriptedPods.condition;
import static io.pilothouse.testbed.kubelet.ScriptedPods.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.pilothouse.testbed.RunsAlongside;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How pods come to run, or not, on a real API server with its scheduler and controllers. */
@RunsAlongside
@ExtendWith(ScriptedPlatform.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PodLifeTest {

    private static final String APP = ScriptedRuntime.IMAGES + "app:1";

    private final ScriptedPlatform platform;
    private final ScriptedPods pods;

    PodLifeTest(ScriptedPlatform platform) {
        this.platform = platform;
        this.pods = platform.podsIn("pod-life");
    }

    @BeforeAll
    void sixNodesInThreeZonesAreReady() {
        assertThat(platform.client().nodes().list().getItems())
                .hasSize(6)
                .allMatch(node -> node.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True")))
                .extracting(node -> node.getMetadata().getLabels().get("topology.kubernetes.io/zone"))
                .containsOnly("zone-a", "zone-b", "zone-c");
    }

    @Test
    void aPodBecomesReadyWithAnAddressOfItsOwn() {
        pods.create(pods.pod("ready", ScriptedRuntime.IMAGES + "never-pulled-before:1"));
        Pod pod = pods.await("ready", ScriptedPods::isReady);

        assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
        assertThat(pod.getStatus().getPodIP()).startsWith("127.1.");
        assertThat(pod.getStatus().getPodIPs().getFirst().getIp())
                .isEqualTo(pod.getStatus().getPodIP());
        assertThat(condition(pod, "Ready").orElseThrow().getReason()).isNull();
        assertThat(container(pod).getImageID()).startsWith("registry.test/never-pulled-before@sha256:");
        assertThat(container(pod).getStarted()).isTrue();
        assertThat(script("ready").request.address().getHostAddress())
                .isEqualTo(pod.getStatus().getPodIP());
        awaitReasons("ready", "Scheduled", "Pulling", "Pulled", "Created", "Started");
    }

    @Test
    void readinessIsWhatTheRuntimeSays() {
        pods.create(pods.pod("wavering", APP)
                .editSpec()
                .editFirstContainer()
                .withNewReadinessProbe()
                .withNewTcpSocket()
                .withNewPort(80)
                .endTcpSocket()
                .withPeriodSeconds(1)
                .endReadinessProbe()
                .endContainer()
                .endSpec());
        pods.await("wavering", ScriptedPods::isReady);
        script("wavering").ready = false;

        Pod unready = pods.await("wavering", pod -> !ScriptedPods.isReady(pod));
        assertThat(condition(unready, "Ready").orElseThrow().getReason()).isEqualTo("ContainersNotReady");
        assertThat(unready.getStatus().getPhase()).isEqualTo("Running");
        awaitReasons("wavering", "Unhealthy");
    }

    @Test
    void aCrashingContainerGoesIntoBackOffAndKeepsThePreviousLog() {
        pods.create(pods.pod("crashing", APP, "crash"));
        Pod pod = pods.await("crashing", now -> ScriptedPods.isWaitingFor(now, "CrashLoopBackOff"));

        assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
        assertThat(container(pod).getRestartCount()).isEqualTo(1);
        assertThat(container(pod).getLastState().getTerminated().getExitCode()).isEqualTo(1);
        assertThat(container(pod).getLastState().getTerminated().getReason()).isEqualTo("Error");
        assertThat(container(pod).getState().getWaiting().getMessage())
                .startsWith("back-off 4s restarting failed container=main pod=crashing_pod-life(");
        assertThat(pods.resource("crashing").terminated().getLog()).isEqualTo("ERROR about to fail\n");
        awaitReasons("crashing", "BackOff");
        pods.await("crashing", now -> container(now).getRestartCount() >= 2);
    }

    @Test
    void anEndedProcessShowsWithinHalfASecondAndIsStartedAgain() {
        pods.createReady("killed");
        script("killed").end(ContainerExit.killedForMemory());

        Pod pod = await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMillis(500))
                .until(
                        () -> pods.resource("killed").get(),
                        now -> container(now).getState().getTerminated() != null);
        assertThat(container(pod).getState().getTerminated().getReason()).isEqualTo("OOMKilled");
        assertThat(container(pod).getState().getTerminated().getExitCode()).isEqualTo(137);

        Pod again = pods.await("killed", ScriptedPods::isReady);
        assertThat(container(again).getRestartCount()).isEqualTo(1);
        assertThat(container(again).getLastState().getTerminated().getReason()).isEqualTo("OOMKilled");
    }

    @Test
    void aContainerThatCannotBeStartedSaysWhy() {
        pods.create(pods.pod("refused", APP, "refuse"));
        Pod pod = pods.await("refused", now -> ScriptedPods.isWaitingFor(now, "RunContainerError"));
        assertThat(container(pod).getState().getWaiting().getMessage()).isEqualTo("refused by the runtime");
        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
    }

    @Test
    void anImageThatNobodyHasCannotBePulled() {
        pods.create(pods.pod("unpullable", "registry.nowhere/app:9"));
        pods.await("unpullable", now -> ScriptedPods.isWaitingFor(now, "ErrImagePull"));
        Pod pod = pods.await("unpullable", now -> ScriptedPods.isWaitingFor(now, "ImagePullBackOff"));

        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(container(pod).getState().getWaiting().getMessage())
                .startsWith("Back-off pulling image \"registry.nowhere/app:9\": ErrImagePull: ");
    }

    @Test
    void aPodThatAsksForTooMuchStaysUnscheduled() {
        pods.create(pods.pod("too-big", APP)
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToRequests("cpu", Quantity.parse("24"))
                .endResources()
                .endContainer()
                .endSpec());
        Pod pod = pods.await("too-big", now -> condition(now, "PodScheduled").isPresent());
        assertThat(condition(pod, "PodScheduled").orElseThrow().getReason()).isEqualTo("Unschedulable");
        assertThat(platform.runtime().startedFor("too-big")).isEmpty();
    }

    @Test
    void aProcessThatAlreadyRunsIsAdoptedWithItsAddress() {
        var address = platform.network().next();
        platform.runtime().alreadyRuns("adopted", address);
        Pod pod = pods.createReady("adopted");
        assertThat(pod.getStatus().getPodIP()).isEqualTo(address.getHostAddress());
        assertThat(platform.runtime().startedFor("adopted")).hasSize(1);
    }

    @Test
    void aMissingConfigMapHoldsThePodUpUntilItIsThere() {
        pods.create(pods.pod("configured", APP)
                .editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("SPEED")
                .withNewValueFrom()
                .withNewConfigMapKeyRef("speed", "settings", false)
                .endValueFrom()
                .endEnv()
                .addNewVolumeMount()
                .withName("files")
                .withMountPath("/etc/files")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("files")
                .withNewConfigMap()
                .withName("settings")
                .endConfigMap()
                .endVolume()
                .endSpec());
        awaitReasons("configured", "FailedMount");
        var settings = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(pods.namespace())
                .withName("settings")
                .endMetadata()
                .addToData("speed", "slow")
                .build();
        platform.client().resource(settings).create();
        pods.await("configured", ScriptedPods::isReady);

        ContainerRequest request = script("configured").request;
        assertThat(request.environment()).containsEntry("SPEED", "slow");
        assertThat(Objects.requireNonNull(request.mounts().get("/etc/files")).resolve("speed"))
                .hasContent("slow");
    }

    private ScriptedRuntime.Script script(String pod) {
        return platform.runtime().startedFor(pod).getFirst();
    }

    private void awaitReasons(String pod, String... reasons) {
        await().atMost(SOON).untilAsserted(() -> assertThat(pods.reasons(pod)).containsSubsequence(reasons));
    }
}
