package io.pilothouse.testbed.scene;

import io.pilothouse.testbed.kubelet.ContainerRequest;
import io.pilothouse.testbed.kubelet.ContainerRuntime;
import io.pilothouse.testbed.kubelet.ContainerStartException;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.kubelet.PodReference;
import io.pilothouse.testbed.kubelet.RunningContainer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.spi.SelectorProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the images of {@code registry.shop.example} as threads of this JVM. Those that put load on Kafka can be started
 * before there is any Kubernetes: pods of the same image then adopt them, with their addresses.
 */
public final class DemoServiceRuntime implements ContainerRuntime, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoServiceRuntime.class);

    private final PodNetwork network;
    private final Supplier<String> bootstrapServers;
    private final Clock clock;
    private final ServiceCatalogue catalogue;
    private final SceneTopics topics;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> load = CompletableFuture.completedFuture(null);
    private final WaitingInstances waiting = new WaitingInstances();
    private final Set<ServiceInstance> running = ConcurrentHashMap.newKeySet();

    /** @param bootstrapServers where the scene's brokers listen or will listen */
    public DemoServiceRuntime(PodNetwork network, Supplier<String> bootstrapServers, Clock clock) {
        this.network = network;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.catalogue = new ServiceCatalogue(clock);
        this.topics = new SceneTopics(network.next(), bootstrapServers);
        ClientLogs.install();
        if (!(SelectorProvider.provider() instanceof PodSelectorProvider)) {
            LOG.warn(
                    "Brokers will see all clients of the scene at 127.0.0.1: this JVM was started without"
                            + " -Djava.nio.channels.spi.SelectorProvider={}",
                    PodSelectorProvider.class.getName());
        }
    }

    /** Starts what the scene's manifests will ask for, as far as it uses Kafka, and creates the topics; returns at once. */
    public void startLoad() {
        topics.createWhenPossible();
        load = CompletableFuture.runAsync(this::startInstances, DemoServiceRuntime::runOnDaemon);
    }

    private static void runOnDaemon(Runnable task) {
        Thread.ofPlatform().daemon().name("scene-load").start(task);
    }

    private void startInstances() {
        for (SceneWorkload workload : SceneManifests.workloadsOnKafka()) {
            for (int i = 0; i < workload.replicas() && !closed; i++) {
                InetAddress address = network.next();
                try {
                    waiting.add(workload.image(), begin(workload.image(), workload.environment(), address));
                } catch (ContainerStartException e) {
                    network.release(address);
                    LOG.warn("{} starts with its pod instead of at once: {}", workload.image(), e.getMessage());
                }
            }
        }
    }

    private ServiceInstance begin(String image, Map<String, String> environment, InetAddress address)
            throws ContainerStartException {
        String name = catalogue
                .nameOf(image)
                .orElseThrow(() -> new ContainerStartException("no demo service has the image " + image));
        try {
            ServiceInstance instance = new ServiceInstance(
                    name, catalogue.entry(name), environment, address, bootstrapServers, () -> peers(name), clock);
            running.add(instance);
            instance.exit().thenRun(() -> running.remove(instance));
            instance.begin();
            return instance;
        } catch (IOException e) {
            throw new ContainerStartException(
                    "cannot listen on " + address.getHostAddress() + ":" + ServiceEndpoint.PORT + ": " + e.getMessage(),
                    e);
        }
    }

    private int peers(String name) {
        return (int) running.stream().filter(peer -> peer.name().equals(name)).count();
    }

    @Override
    public boolean runs(String image) {
        return catalogue.nameOf(image).isPresent();
    }

    @Override
    public Optional<InetAddress> address(PodReference pod, String image) {
        load.join();
        return waiting.claim(pod.uid(), image).map(ServiceInstance::address);
    }

    @Override
    public RunningContainer start(ContainerRequest request) throws ContainerStartException {
        Optional<ServiceInstance> adopted = waiting.take(request.pod().uid());
        ServiceInstance instance =
                adopted.isPresent() ? adopted.get() : begin(request.image(), request.environment(), request.address());
        instance.logTo(request.log());
        return instance;
    }

    /** Ends all services. */
    @Override
    public void close() {
        closed = true;
        topics.close();
        running.forEach(instance -> instance.stop(Duration.ZERO));
    }
}
