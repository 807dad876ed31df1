package io.pilothouse.testbed.kubelet;

import static io.pilothouse.testbed.kubelet.ScriptedPlatform.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.kubelet.ScriptedRuntime.Script;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How pods come to their end. */
@RunsAlongside
@ExtendWith(ScriptedPlatform.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PodEndTest {

    private final ScriptedPlatform platform;
    private final ScriptedPods pods;

    PodEndTest(ScriptedPlatform platform) {
        this.platform = platform;
        this.pods = platform.podsIn("pod-end");
    }

    @Test
    void deletionWaitsForTheGracePeriodOfAContainerThatDoesNotStop() {
        pods.create(pods.pod("stubborn", ScriptedRuntime.IMAGES + "app:1")
                .editSpec()
                .withTerminationGracePeriodSeconds(2L)
                .endSpec());
        pods.await("stubborn", ScriptedPods::isReady);
        Script script = platform.runtime().startedFor("stubborn").getFirst();
        script.ignoresStop = true;
        pods.resource("stubborn").delete();

        pods.await("stubborn", now -> now.getMetadata().getDeletionTimestamp() != null);
        await().atMost(SOON).until(() -> !pods.exists("stubborn"));
        assertThat(script.stops).containsExactly(Duration.ofSeconds(2));
        assertThat(script.exit()).isCompletedWithValue(ContainerExit.withCode(137));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pods.reasons("stubborn")).contains("Killing"));
    }

    @Test
    void aPodThatIsDeletedByForceIsStoppedAllTheSame() {
        pods.createReady("forced");
        pods.resource("forced").withGracePeriod(0).delete();
        Script script = platform.runtime().startedFor("forced").getFirst();
        await().atMost(SOON).until(() -> script.exit().toCompletableFuture().isDone());
        assertThat(pods.exists("forced")).isFalse();
    }

    @Test
    void anEvictedPodIsStoppedAndGone() {
        pods.createReady("evicted");
        assertThat(pods.resource("evicted").evict()).isTrue();
        await().atMost(SOON).until(() -> !pods.exists("evicted"));
        assertThat(platform.runtime().startedFor("evicted").getFirst().stops).isNotEmpty();
    }

    @Test
    void aNameIsTakenAgainByAnotherPodWithAnAddressOfItsOwn() {
        String before = pods.createReady("again").getStatus().getPodIP();
        pods.resource("again").delete();
        await().atMost(SOON).until(() -> !pods.exists("again"));
        assertThat(pods.createReady("again").getStatus().getPodIP()).isNotEqualTo(before);
        assertThat(platform.runtime().startedFor("again")).hasSize(2);
    }

    @Test
    void aJobRunsItsPodUntilItSucceeds() {
        Job job = new JobBuilder()
                .withNewMetadata()
                .withNamespace(pods.namespace())
                .withName("once")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withSpec(pods.pod("once", ScriptedRuntime.IMAGES + "app:1")
                        .editSpec()
                        .withRestartPolicy("OnFailure")
                        .endSpec()
                        .build()
                        .getSpec())
                .endTemplate()
                .endSpec()
                .build();
        platform.client().resource(job).create();
        end("once-", 1, ContainerExit.withCode(1));
        end("once-", 2, ContainerExit.withCode(0));
        await().atMost(SOON)
                .until(() -> Objects.equals(
                        platform.client().resource(job).get().getStatus().getSucceeded(), 1));
        assertThat(platform.runtime().started("once-")).hasSize(2);
    }

    /** Ends the newest container of the pod, once there have been that many. */
    private void end(String podPrefix, int starts, ContainerExit how) {
        await().atMost(SOON).until(() -> platform.runtime().started(podPrefix).size() == starts);
        platform.runtime().started(podPrefix).getLast().end(how);
    }
}
