package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** A real control plane whose pods do what tests say; one for all tests of this JVM, ended with them. */
final class ScriptedPlatform implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);
    static final Duration BACK_OFF = Duration.ofSeconds(4);

    private final Path directory;
    private final Programs programs = Programs.ofThisUser();
    private final PodNetwork network = PodNetwork.claim();
    private final ScriptedRuntime runtime = new ScriptedRuntime();
    private final ControlPlane controlPlane;
    private final LocalKubelet kubelet;
    private final KubernetesClient client;

    private ScriptedPlatform() throws Exception {
        directory = Files.createTempDirectory("scripted-platform");
        programs.build(ProgramSet.CONTROL_PLANE, _ -> {});
        controlPlane = new ControlPlane(new ControlPlaneFiles(directory), programs);
        controlPlane.startAndAwait();
        client = controlPlane.client(Account.ADMIN);
        kubelet = new LocalKubelet(
                controlPlane.config(Account.ADMIN),
                network,
                List.of(runtime),
                KubeletSettings.asInLife().withFirstBackOff(BACK_OFF),
                directory.resolve("kubelet"),
                Clock.systemUTC());
        kubelet.start();
        kubelet.nodesUsable().toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    ScriptedRuntime runtime() {
        return runtime;
    }

    ControlPlane controlPlane() {
        return controlPlane;
    }

    PodNetwork network() {
        return network;
    }

    KubernetesClient client() {
        return client;
    }

    void startMetricsServer() throws Exception {
        programs.build(ProgramSet.METRICS_SERVER, _ -> {});
        controlPlane.startMetricsServer();
    }

    /** Pods of a new namespace. */
    ScriptedPods podsIn(String namespace) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        Awaitility.await("service account of " + namespace)
                .atMost(SOON)
                .until(() -> client.serviceAccounts()
                                .inNamespace(namespace)
                                .withName("default")
                                .get()
                        != null);
        return new ScriptedPods(client, namespace);
    }

    @Override
    public void close() throws Exception {
        kubelet.close();
        client.close();
        controlPlane.close();
        network.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    /** Gives test classes their platform as a constructor parameter. */
    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
            return parameter.getParameter().getType() == ScriptedPlatform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
            return extension
                    .getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(ScriptedPlatform.class, _ -> start(), ScriptedPlatform.class);
        }

        private static ScriptedPlatform start() {
            try {
                return new ScriptedPlatform();
            } catch (Exception e) {
                throw new IllegalStateException("The control plane for tests does not start", e);
            }
        }
    }
}
