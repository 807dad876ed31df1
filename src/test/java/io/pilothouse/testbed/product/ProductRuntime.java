package io.pilothouse.testbed.product;

import io.pilothouse.Pilothouse;
import io.pilothouse.testbed.kubelet.ContainerRequest;
import io.pilothouse.testbed.kubelet.ContainerRuntime;
import io.pilothouse.testbed.kubelet.ContainerStartException;
import io.pilothouse.testbed.kubelet.PodReference;
import io.pilothouse.testbed.kubelet.RunningContainer;
import io.pilothouse.testbed.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the console's image: a child JVM with the classes of this build, in the pod's environment and with its service account. */
public final class ProductRuntime implements ContainerRuntime, AutoCloseable {

    private static final String IMAGE = "pilothouse:";
    private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final long OBSERVE_MILLIS = 500;

    private final int apiServerPort;
    private final Clock clock;
    private final Set<ProductProcess> processes = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService observer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("product-observer").factory());

    /** @param apiServerPort on loopback, where pods find the API server */
    public ProductRuntime(int apiServerPort, Clock clock) {
        this.apiServerPort = apiServerPort;
        this.clock = clock;
        observer.scheduleWithFixedDelay(
                () -> processes.forEach(ProductProcess::observe),
                OBSERVE_MILLIS,
                OBSERVE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean runs(String image) {
        return image.startsWith(IMAGE);
    }

    @Override
    public boolean usesServiceAccount(String image) {
        return true;
    }

    @Override
    public Optional<InetAddress> address(PodReference pod, String image) {
        return Optional.empty();
    }

    @Override
    public RunningContainer start(ContainerRequest request) throws ContainerStartException {
        try {
            Path log = Files.createFile(request.directory().resolve("output-" + System.nanoTime() + ".log"));
            ChildProcess child = ChildProcess.start(
                    request.pod().name(), command(request), environment(request), request.directory(), log);
            ProductProcess process = new ProductProcess(child, request, log, clock);
            processes.add(process);
            process.exit().thenRun(() -> processes.remove(process));
            return process;
        } catch (IOException e) {
            throw new ContainerStartException("The console cannot be started: " + e, e);
        }
    }

    /** Ends all of them and waits until they have gone. */
    @Override
    public void close() {
        observer.shutdownNow();
        processes.forEach(ProductProcess::close);
    }

    private static List<String> command(ContainerRequest request) {
        return List.of(
                "/usr/bin/env",
                "-u",
                "KUBECONFIG",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + request.mounts().getOrDefault("/tmp", request.directory()),
                "-cp",
                classPath(),
                Pilothouse.class.getName());
    }

    /** That of this JVM without the tests' own classes. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** There is no file system and no network of the pod's own: what is mounted is where it is, and all addresses are the pod's one. */
    private Map<String, String> environment(ContainerRequest request) {
        MountedPaths paths = new MountedPaths(request.mounts());
        Map<String, String> environment = new HashMap<>();
        request.environment().forEach((name, value) -> environment.put(name, paths.onThisMachine(value)));
        environment.put("SERVER_ADDRESS", request.address().getHostAddress());
        environment.put("HOME", request.directory().toString());
        environment.put("KUBERNETES_SERVICE_HOST", "127.0.0.1");
        environment.put("KUBERNETES_SERVICE_PORT", String.valueOf(apiServerPort));
        environment.put("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", paths.onThisMachine(ACCOUNT + "/token"));
        environment.put("KUBERNETES_CERTS_CA_FILE", paths.onThisMachine(ACCOUNT + "/ca.crt"));
        return environment;
    }
}
