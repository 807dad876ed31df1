package io.pilothouse.testbed.kubelet;

import static io.pilothouse.testbed.kubelet.ScriptedPlatform.SOON;
import static io.pilothouse.testbed.kubelet.ScriptedPods.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API server stops and comes back, and pods live on. */
@RunsAlongside
@ExtendWith(ScriptedPlatform.Resolver.class)
class KubeletOutageTest {

    private final ScriptedPlatform platform;
    private final ScriptedPods pods;

    KubeletOutageTest(ScriptedPlatform platform) {
        this.platform = platform;
        this.pods = platform.podsIn("kubelet-outage");
    }

    @Test
    void whatHappenedMeanwhileIsReportedWhenTheApiServerIsBack() {
        pods.createReady("steady");
        pods.createReady("shaken");
        List<ScriptedRuntime.Script> shaken = platform.runtime().startedFor("shaken");

        platform.controlPlane().stop(Part.API_SERVER);
        shaken.getFirst().end(ContainerExit.withCode(3));
        await().atMost(SOON).until(() -> platform.runtime().startedFor("shaken").size() == 2);
        platform.controlPlane().start(Part.API_SERVER);
        platform.controlPlane().awaitApiServer();

        Pod pod = pods.await(
                "shaken", now -> ScriptedPods.isReady(now) && container(now).getRestartCount() == 1);
        assertThat(container(pod).getLastState().getTerminated().getExitCode()).isEqualTo(3);
        assertThat(platform.runtime().startedFor("steady")).hasSize(1);
        assertThat(platform.runtime().startedFor("steady").getFirst().stops).isEmpty();

        pods.resource("steady").delete();
        await().atMost(SOON).until(() -> !pods.exists("steady"));
        pods.createReady("afterwards");
        assertThat(platform.client().nodes().list().getItems())
                .allSatisfy(node -> assertThat(node.getSpec().getTaints()).isEmpty());
    }
}
