package io.pilothouse.testbed.scene;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The shop on the API server: namespaces {@code shop} and {@code analytics} with all their workloads. */
public final class DemoScene {

    private static final String FIELD_MANAGER = "shop-deploy";
    private static final long ROLLOUT_SECONDS = 120;

    private final KubernetesClient client;

    /** @param client may create and change everything in the two namespaces, and the namespaces */
    public DemoScene(KubernetesClient client) {
        this.client = client;
    }

    /** Creates everything, and puts right what is there already; returns before the pods run. */
    public void deploy() {
        apply(SceneManifests.all());
    }

    /**
     * Waits until the first revision of {@code recommendations} runs, and rolls out the second one, which cannot start: so
     * there is a revision to go back to.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientTimeoutException if the first one does not run within 2 minutes
     */
    public void breakRecommendations() {
        client.apps()
                .deployments()
                .inNamespace("shop")
                .withName("recommendations")
                .waitUntilCondition(DemoScene::isRolledOut, ROLLOUT_SECONDS, TimeUnit.SECONDS);
        apply(SceneManifests.recommendationsWithoutModel());
    }

    private void apply(List<HasMetadata> objects) {
        for (HasMetadata object : objects) {
            client.resource(object).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
        }
    }

    private static boolean isRolledOut(Deployment deployment) {
        return deployment != null
                && deployment.getStatus() != null
                && Objects.equals(
                        deployment.getStatus().getReadyReplicas(),
                        deployment.getSpec().getReplicas());
    }
}
