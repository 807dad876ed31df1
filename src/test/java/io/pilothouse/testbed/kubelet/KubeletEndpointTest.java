package io.pilothouse.testbed.kubelet;

import static io.pilothouse.testbed.kubelet.ScriptedPlatform.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.kubelet.ScriptedRuntime.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the API server and metrics-server ask of the kubelet. */
@RunsAlongside
@ExtendWith(ScriptedPlatform.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubeletEndpointTest {

    private final ScriptedPlatform platform;
    private final ScriptedPods pods;

    KubeletEndpointTest(ScriptedPlatform platform) {
        this.platform = platform;
        this.pods = platform.podsIn("kubelet-endpoint");
    }

    @Test
    void logsComeThroughTheApiServer() {
        pods.createReady("talking");
        Script script = platform.runtime().startedFor("talking").getFirst();
        List.of("one", "two", "three").forEach(script::print);

        var pod = pods.resource("talking");
        assertThat(pod.getLog()).isEqualTo("one\ntwo\nthree\n");
        assertThat(pod.tailingLines(1).getLog()).isEqualTo("three\n");
        assertThat(pod.limitBytes(5).getLog()).isEqualTo("one\nt");
        assertThat(pod.usingTimestamps().tailingLines(1).getLog()).matches("20\\S+Z three\n");
        assertThat(pod.sinceSeconds(3_600).getLog()).isEqualTo("one\ntwo\nthree\n");
        assertThat(pod.sinceTime("2199-01-01T00:00:00Z").getLog()).isEmpty();
    }

    @Test
    void aFollowedLogGrowsUntilTheContainerEnds() throws Exception {
        pods.createReady("followed");
        Script script = platform.runtime().startedFor("followed").getFirst();
        script.print("before");
        var read = new ByteArrayOutputStream();
        try (var watch = pods.resource("followed").tailingLines(1).watchLog(read)) {
            awaitText(read, "before\n");
            script.print("after");
            awaitText(read, "before\nafter\n");
        }
    }

    @Test
    void aLogThatIsNotThereIsRefusedInTheKubeletsWords() {
        pods.createReady("fresh");
        assertThatThrownBy(() -> pods.resource("fresh").terminated().getLog())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("previous terminated container \"main\" in pod \"fresh\" not found");

        pods.create(pods.pod("imageless", "registry.nowhere/app:9"));
        pods.await("imageless", now -> ScriptedPods.isWaitingFor(now, "ImagePullBackOff"));
        assertThatThrownBy(() -> pods.resource("imageless").getLog())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("is waiting to start: trying and failing to pull image");
    }

    @Test
    void metricsServerReadsWhatPodsUse() throws Exception {
        pods.createReady("busy");
        platform.startMetricsServer();
        PodMetrics metrics = await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .until(
                        () -> platform.client().top().pods().metrics(pods.namespace(), "busy"),
                        found -> !found.getContainers().isEmpty());
        assertThat(metrics.getContainers().getFirst().getUsage())
                .containsEntry("memory", new Quantity(ScriptedRuntime.WORKING_SET_BYTES / 1024 + "Ki"));
        assertThat(platform.client().top().nodes().metrics().getItems()).hasSize(6);
    }

    private static void awaitText(ByteArrayOutputStream read, String text) {
        await().atMost(SOON).until(() -> read.toString(StandardCharsets.UTF_8).equals(text));
    }
}
