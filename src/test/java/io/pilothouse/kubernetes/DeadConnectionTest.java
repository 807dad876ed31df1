package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@RunsAlongside
@ExtendWith(ControlPlaneExtension.class)
class DeadConnectionTest {

    private static final String NAMESPACE = "dead-connection";
    private static final Duration SILENCE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void aWatchThatNobodyHoldsAtTheOtherEndIsBegunAnew(ControlPlane plane) throws IOException {
        int port = plane.files().addresses().apiServer();
        try (KubernetesClient admin = plane.client(Account.ADMIN);
                StallingProxy proxy = new StallingProxy(port);
                Adapter adapter = new Adapter(through(proxy, plane, port))) {
            admin.namespaces()
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(NAMESPACE)
                            .endMetadata()
                            .build())
                    .create();
            create(admin, "before");
            await().atMost(Duration.ofSeconds(20)).until(() -> sees(adapter, "before"));

            proxy.stall();
            create(admin, "after");

            await().atMost(SILENCE.plusSeconds(5)).until(() -> sees(adapter, "after"));
            assertThat(sees(adapter, "before")).isTrue();
            await().until(() -> adapter.current() instanceof Observed.Fresh);
            admin.namespaces().withName(NAMESPACE).delete();
        }
    }

    private KubernetesProperties through(StallingProxy proxy, ControlPlane plane, int port) throws IOException {
        String kubeconfig = Files.readString(plane.files().kubeconfig(Account.CONSOLE));
        Path changed =
                Files.writeString(directory.resolve("kubeconfig"), kubeconfig.replace(":" + port, ":" + proxy.port()));
        return new KubernetesProperties(
                changed,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                SILENCE,
                List.of());
    }

    private static boolean sees(Adapter adapter, String deployment) {
        return adapter.namespace(NAMESPACE).stream()
                .flatMap(facts -> facts.workloads().stream())
                .map(WorkloadFacts::id)
                .anyMatch(id -> id.name().equals(deployment));
    }

    private static void create(KubernetesClient admin, String name) {
        admin.resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(0)
                        .withNewSelector()
                        .addToMatchLabels("app", name)
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .addToLabels("app", name)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("registry.example/main:1")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
    }
}
