package io.pilothouse.testbed.kafka;

import io.pilothouse.testbed.kubelet.ContainerRequest;
import io.pilothouse.testbed.kubelet.ContainerRuntime;
import io.pilothouse.testbed.kubelet.ContainerStartException;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.kubelet.PodReference;
import io.pilothouse.testbed.kubelet.RunningContainer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs the containers of Strimzi's Kafka image as child JVMs. A broker keeps its address and its volumes for as long as this runtime lives,
 * so it may be started before there is a Kubernetes, and its pod takes it over later.
 */
public final class BrokerRuntime implements ContainerRuntime, AutoCloseable {

    private static final String IMAGE = "quay.io/strimzi/kafka:1.2.0-kafka-";
    private static final String CONFIG_MOUNT = "/opt/kafka/custom-config/";
    private static final int OBSERVE_MILLIS = 200;
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A broker of the local platform holds little. */
    private static final int HEAP_MEGABYTES = 256;

    private final Supplier<List<KafkaInstallation>> installations;
    private final PodNetwork network;
    private final Path directory;
    private final Clock clock;
    private final BrokerLauncher launcher;
    private final Map<BrokerName, InetAddress> addresses = new ConcurrentHashMap<>();
    private final Map<BrokerName, BrokerProcess> processes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService observer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("broker-observer").factory());

    /**
     * @param installations one for each version of the image; asked for when the first is needed, since finding them may take a while
     * @param network gives each broker its address
     * @param directory for volumes, configurations and logs
     */
    public BrokerRuntime(
            Supplier<List<KafkaInstallation>> installations, PodNetwork network, Path directory, Clock clock) {
        this(installations, network, directory, clock, HEAP_MEGABYTES);
    }

    /**
     * As the other one, for brokers that hold much.
     *
     * @param heapMegabytes how much each broker may hold
     */
    public BrokerRuntime(
            Supplier<List<KafkaInstallation>> installations,
            PodNetwork network,
            Path directory,
            Clock clock,
            int heapMegabytes) {
        this.installations = installations;
        this.network = network;
        this.directory = directory;
        this.clock = clock;
        this.launcher = new BrokerLauncher(directory.resolve("launcher"), heapMegabytes);
        observer.scheduleWithFixedDelay(
                () -> processes.values().forEach(BrokerProcess::observe),
                OBSERVE_MILLIS,
                OBSERVE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** The image of a version of Kafka. */
    public static String image(String version) {
        return IMAGE + version;
    }

    /** The versions of Kafka that it can run. */
    public List<String> versions() {
        return installations.get().stream().map(KafkaInstallation::version).toList();
    }

    /** Where the broker listens, whether it runs or not. */
    public InetAddress address(BrokerName broker) {
        return addresses.computeIfAbsent(broker, _ -> network.next());
    }

    /** The folder of a persistent volume for this claim. */
    public Path volume(String namespace, String claim) {
        return directory.resolve("volumes").resolve(namespace).resolve(claim);
    }

    /** Starts a broker that has no pod yet; returns at once. One that runs already is left alone. */
    public synchronized void start(BrokerStart start) throws IOException {
        BrokerProcess present = processes.get(start.name());
        if (present == null || !present.isAlive()) {
            launch(start);
        }
    }

    /** The broker's process id; empty while it does not run. */
    public OptionalLong pid(BrokerName broker) {
        BrokerProcess process = processes.get(broker);
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    /** Whether the broker listens to clients. */
    public boolean ready(BrokerName broker) {
        BrokerProcess process = processes.get(broker);
        return process != null && process.ready();
    }

    @Override
    public boolean runs(String image) {
        return installation(image).isPresent();
    }

    @Override
    public Optional<InetAddress> address(PodReference pod, String image) {
        return Optional.of(address(nameOf(pod)));
    }

    @Override
    public synchronized RunningContainer start(ContainerRequest request) throws ContainerStartException {
        BrokerName name = nameOf(request.pod());
        BrokerProcess present = processes.get(name);
        try {
            BrokerProcess process = present != null && present.isAlive() ? present : launch(startOf(name, request));
            if (!process.adopt(request.pod().uid(), request.log())) {
                throw new ContainerStartException("The broker of the pod that was here before is still ending");
            }
            return process;
        } catch (IOException e) {
            throw new ContainerStartException("Kafka cannot be started: " + e, e);
        }
    }

    /** Ends all brokers and waits until they have gone. */
    @Override
    public void close() {
        observer.shutdownNow();
        List<BrokerProcess> all = List.copyOf(processes.values());
        all.forEach(process -> process.stop(GRACE));
        all.forEach(BrokerProcess::close);
    }

    private BrokerStart startOf(BrokerName name, ContainerRequest request) throws IOException {
        Path config = Objects.requireNonNull(request.mounts().get(CONFIG_MOUNT), "No volume on " + CONFIG_MOUNT);
        return new BrokerStart(
                name,
                installation(request.image()).orElseThrow().version(),
                Files.readString(config.resolve("server.config")),
                Files.readString(config.resolve("cluster.id")).strip(),
                request.zone(),
                request.mounts());
    }

    private BrokerProcess launch(BrokerStart start) throws IOException {
        Path home = Files.createDirectories(
                directory.resolve(start.name().namespace() + "/" + start.name().pod()));
        InetAddress address = address(start.name());
        String properties = new ServerConfig(start.serverConfig())
                .onThisMachine(address, start.zone(), start.mounts(), this::address);
        Path file = Files.writeString(home.resolve("server.properties"), properties);
        Path log = Files.writeString(home.resolve("kafka.log"), "");
        KafkaInstallation installation = installation(image(start.version())).orElseThrow();
        var child = launcher.launch(installation, start.name().pod(), file, start.clusterId(), address, log);
        BrokerProcess process = new BrokerProcess(child, address, log, clock);
        processes.put(start.name(), process);
        return process;
    }

    private Optional<KafkaInstallation> installation(String image) {
        return installations.get().stream()
                .filter(installation -> image.equals(image(installation.version())))
                .findFirst();
    }

    private static BrokerName nameOf(PodReference pod) {
        return new BrokerName(pod.namespace(), pod.name());
    }
}
