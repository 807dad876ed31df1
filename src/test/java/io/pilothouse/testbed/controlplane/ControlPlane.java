package io.pilothouse.testbed.controlplane;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.testbed.process.ChildProcess;
import io.pilothouse.testbed.programs.Programs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A real Kubernetes control plane and Prometheus on loopback. Each part can be stopped and started again in its place. */
public final class ControlPlane implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ControlPlaneFiles files;
    private final CommandLines commandLines;
    private final Programs programs;
    private final Map<Part, ChildProcess> running = new EnumMap<>(Part.class);

    public ControlPlane(ControlPlaneFiles files, Programs programs) {
        this.files = files;
        this.programs = programs;
        this.commandLines = new CommandLines(files);
    }

    public ControlPlaneFiles files() {
        return files;
    }

    /** Starts the part; returns at once. One that runs already is left alone. */
    public synchronized void start(Part part) {
        ChildProcess present = running.get(part);
        if (present != null && present.isAlive()) {
            return;
        }
        List<String> command =
                new ArrayList<>(List.of(programs.path(part.program()).toString()));
        command.addAll(commandLines.of(part));
        Path log = files.directory().resolve(part.program().fileName() + ".log");
        running.put(part, ChildProcess.start(part.program().fileName(), command, Map.of(), files.directory(), log));
    }

    /** Ends the part and waits until it has gone. */
    public synchronized void stop(Part part) {
        ChildProcess process = running.remove(part);
        if (process != null) {
            process.close();
        }
    }

    /**
     * Starts etcd, the API server, the controller manager and the scheduler, and waits until the API server is ready; applies what RBAC
     * needs to know.
     *
     * @throws org.awaitility.core.ConditionTimeoutException when it is not ready after a minute and a half
     */
    public void startAndAwait() throws IOException {
        start(Part.ETCD);
        start(Part.API_SERVER);
        awaitApiServer();
        start(Part.CONTROLLER_MANAGER);
        start(Part.SCHEDULER);
        apply("accounts.yaml");
    }

    /** Starts metrics-server and registers it with the API server. */
    public void startMetricsServer() throws IOException {
        start(Part.METRICS_SERVER);
        apply("metrics-server.yaml");
    }

    /** Waits until the API server says that it is ready. */
    public void awaitApiServer() {
        try (KubernetesClient client = client(Account.ADMIN)) {
            Awaitility.await("API server ready, see " + files.directory().resolve("kube-apiserver.log"))
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                    .until(() -> "ok".equals(client.raw("/readyz")));
        }
    }

    /** A new client that acts as the account; the caller closes it. */
    public KubernetesClient client(Account account) {
        return new KubernetesClientBuilder().withConfig(config(account)).build();
    }

    /** How a client reaches the API server as the account. */
    public Config config(Account account) {
        try {
            Config fromFile = Config.fromKubeconfig(Files.readString(files.kubeconfig(account)));
            return new ConfigBuilder(fromFile)
                    .withConnectionTimeout(2_000)
                    .withRequestTimeout(10_000)
                    .withRequestRetryBackoffLimit(0)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process ids of all parts that run. */
    public synchronized List<Long> pids() {
        return running.values().stream()
                .filter(ChildProcess::isAlive)
                .map(ChildProcess::pid)
                .toList();
    }

    private void apply(String resource) throws IOException {
        String yaml = ControlPlaneFiles.resource(resource)
                .replace("METRICS_SERVER_PORT", String.valueOf(files.addresses().metricsServer()))
                .replace("CONSOLE_RULES", ChartRules.ofTheConsole());
        try (KubernetesClient client = client(Account.ADMIN)) {
            client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .items()
                    .forEach(item -> client.resource(item).serverSideApply());
        }
    }

    @Override
    public synchronized void close() {
        running.values().forEach(process -> process.terminate(GRACE));
        running.values().forEach(ChildProcess::close);
        running.clear();
    }
}
