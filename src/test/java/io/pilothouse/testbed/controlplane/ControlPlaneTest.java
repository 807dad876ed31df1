package io.pilothouse.testbed.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsAlongside
class ControlPlaneTest {

    @TempDir
    Path directory;

    @Test
    void startsDecidesByRbacAndSurvivesARestartOfTheApiServer() throws Exception {
        Programs programs = Programs.ofThisUser();
        programs.build(ProgramSet.CONTROL_PLANE, _ -> {});
        try (ControlPlane plane = new ControlPlane(new ControlPlaneFiles(directory), programs)) {
            plane.startAndAwait();
            try (KubernetesClient dev = plane.client(Account.DEV);
                    KubernetesClient ops = plane.client(Account.OPS)) {
                await().until(() -> allowed(dev, "shop"));
                assertThat(dev.pods().inNamespace("shop").list().getItems()).isEmpty();
                assertThat(allowed(dev, "default")).isFalse();
                await().until(() -> allowed(ops, "default"));

                plane.stop(Part.API_SERVER);
                assertThat(allowed(ops, "default")).isFalse();
                plane.start(Part.API_SERVER);
                await().atMost(Duration.ofSeconds(30)).until(() -> allowed(ops, "default"));
            }
        }
    }

    private static boolean allowed(KubernetesClient client, String namespace) {
        try {
            client.pods().inNamespace(namespace).list();
            return true;
        } catch (KubernetesClientException e) {
            return false;
        }
    }
}
