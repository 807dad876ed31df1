package io.pilothouse.testbed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import io.pilothouse.testbed.controlplane.Part;
import io.pilothouse.testbed.kubelet.KubeletSettings;
import io.pilothouse.testbed.kubelet.LocalKubelet;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.product.ProductRuntime;
import io.pilothouse.testbed.programs.ProgramBuildException;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import io.pilothouse.testbed.scene.DemoScene;
import io.pilothouse.testbed.scene.DemoServiceRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kubernetes control plane, real Kafka brokers and a real Prometheus on loopback, with a small shop that runs on them. Its addresses
 * are fixed before anything starts, so whoever wants to use it need not wait for it. It ends with this JVM at the latest.
 */
public final class LocalPlatform implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalPlatform.class);

    private static final long NODES_SECONDS = 60;

    private final PlatformDirectory directory;
    private final PlatformProgress progress = new PlatformProgress();
    private final PodNetwork network = PodNetwork.claim();
    private final ControlPlane controlPlane;
    private final KafkaSide kafka;
    private final DemoServiceRuntime services;
    private final ProductRuntime product;
    private final LocalKubelet kubelet;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("platform-", 0).factory());
    private final CountDownLatch ready = new CountDownLatch(PlatformPart.values().length);
    private final Programs programs = Programs.ofThisUser();

    private LocalPlatform(Clock clock) throws IOException, GeneralSecurityException {
        directory = PlatformDirectory.create();
        controlPlane = new ControlPlane(new ControlPlaneFiles(directory.make("control-plane")), programs);
        kafka = new KafkaSide(controlPlane.config(Account.ADMIN), network, directory.make("kafka"), clock);
        services = new DemoServiceRuntime(network, kafka::bootstrapServers, clock);
        product = new ProductRuntime(controlPlane.files().addresses().apiServer(), clock);
        kubelet = new LocalKubelet(
                controlPlane.config(Account.ADMIN),
                network,
                List.of(kafka.runtime(), services, product),
                KubeletSettings.asInLife(),
                directory.make("kubelet"),
                clock);
        progress.onStep((_, step) -> {
            if (!(step instanceof PlatformProgress.Step.UnderWay)) {
                ready.countDown();
            }
        });
    }

    /**
     * Fixes addresses, makes keys and accounts, and starts nothing yet.
     *
     * @throws IOException when a folder cannot be made
     */
    public static LocalPlatform prepare() throws IOException, GeneralSecurityException {
        LocalPlatform platform = new LocalPlatform(Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-end"));
        return platform;
    }

    /** Starts everything, each part as soon as it can; returns at once. */
    public void start() {
        threads.execute(() -> make(PlatformPart.BROKERS, this::startBrokers));
        threads.execute(() -> {
            make(PlatformPart.CONTROL_PLANE, this::startControlPlane);
            if (!threads.isShutdown()) {
                threads.execute(() -> make(PlatformPart.SCENE, this::deployScene));
            }
            make(PlatformPart.PROMETHEUS, this::startPrometheus);
            make(PlatformPart.METRICS_SERVER, this::startMetricsServer);
        });
    }

    /**
     * Waits until all parts are there.
     *
     * @throws IllegalStateException when one failed, or is not there in time
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        boolean all = ready.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        for (PlatformPart part : PlatformPart.values()) {
            if (!(progress.step(part) instanceof PlatformProgress.Step.Ready)) {
                throw new IllegalStateException(
                        (all ? "" : "After " + limit + ": ") + part.title() + ": " + progress.step(part));
            }
        }
    }

    public PlatformProgress progress() {
        return progress;
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    public KafkaSide kafka() {
        return kafka;
    }

    /** Where its files and logs are, until it ends. */
    public Path directory() {
        return directory.path();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        kubelet.close();
        product.close();
        services.close();
        kafka.close();
        controlPlane.close();
        network.close();
        directory.delete();
    }

    private void startBrokers() throws Exception {
        progress.underWay(PlatformPart.BROKERS, "starting");
        services.startLoad();
        kafka.startBrokers();
    }

    private void startControlPlane() throws Exception {
        build(ProgramSet.CONTROL_PLANE, PlatformPart.CONTROL_PLANE);
        progress.underWay(PlatformPart.CONTROL_PLANE, "starting");
        controlPlane.startAndAwait();
        kubelet.start();
        kubelet.nodesUsable().toCompletableFuture().get(NODES_SECONDS, TimeUnit.SECONDS);
    }

    private void deployScene() throws Exception {
        progress.underWay(PlatformPart.SCENE, "being deployed");
        try (KubernetesClient client = controlPlane.client(Account.ADMIN)) {
            kafka.deploy(client);
            DemoScene scene = new DemoScene(client);
            scene.deploy();
            scene.breakRecommendations();
        }
    }

    private void startPrometheus() throws Exception {
        build(ProgramSet.PROMETHEUS, PlatformPart.PROMETHEUS);
        controlPlane.start(Part.PROMETHEUS);
    }

    private void startMetricsServer() throws Exception {
        build(ProgramSet.METRICS_SERVER, PlatformPart.METRICS_SERVER);
        controlPlane.startMetricsServer();
    }

    private void build(ProgramSet set, PlatformPart part) throws ProgramBuildException {
        programs.build(set, percent -> progress.underWay(part, "building " + set.title() + ", " + percent + " %"));
    }

    private void make(PlatformPart part, Work work) {
        try {
            work.run();
            progress.ready(part);
        } catch (Exception e) {
            if (!threads.isShutdown()) {
                log.error("The local platform's part {} failed", part.title(), e);
                progress.failed(part, String.valueOf(e.getMessage()));
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
