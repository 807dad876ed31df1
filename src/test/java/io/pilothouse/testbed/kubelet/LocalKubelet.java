package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kubelet of all nodes of the local platform. It registers the nodes and runs the pods that the scheduler binds to
 * them, as far as its runtimes know their images: in the states, with the events, statuses, logs and metrics of the real
 * one. It does without init containers, probes of its own, and changes of a running pod's volumes.
 *
 * <p>The API server need not be there, neither at the start nor later: what runs goes on and is reported afterwards.
 */
public final class LocalKubelet implements AutoCloseable {

    static final String HOST_ADDRESS = "127.0.0.1";

    /** Phases of a pod that is over: an earlier kubelet's pods of this kind are not run again. */
    private static final Set<String> TERMINAL = Set.of("Succeeded", "Failed");

    private static final int REQUEST_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int RECONNECT_MILLIS = 100;

    private final KubernetesClient client;
    private final KubeletParts parts;
    private final KubeletEndpoint endpoint;
    private final NodeKeeper nodes;
    private final SharedIndexInformer<Pod> informer;
    private final Map<String, PodLife> lives = new ConcurrentHashMap<>();

    /**
     * @param config how to reach the API server; the account must be allowed everything a kubelet does
     * @param runtimes asked in their order; they keep what they run, also when the kubelet is closed
     * @param directory for logs and the pods' files
     */
    public LocalKubelet(
            Config config,
            PodNetwork network,
            List<ContainerRuntime> runtimes,
            KubeletSettings settings,
            Path directory,
            Clock clock) {
        this.client =
                new KubernetesClientBuilder().withConfig(impatient(config)).build();
        this.parts = new KubeletParts(
                settings,
                new PodApi(client),
                new EventRecorder(client, clock),
                network,
                List.copyOf(runtimes),
                new NodeImages(),
                directory,
                clock);
        this.endpoint = new KubeletEndpoint(settings, this::pictures, clock);
        this.nodes = new NodeKeeper(client, settings, endpoint.port(), clock);
        this.informer =
                client.pods().inAnyNamespace().withoutField("spec.nodeName", "").runnableInformer(0);
    }

    /** The path of a node's {@code /metrics/resource} on the kubelet's port. */
    public static String metricsPath(String node) {
        return "/metrics/nodes/" + node + "/metrics/resource";
    }

    /** The port of the HTTPS endpoint on 127.0.0.1, known before the start. */
    public int port() {
        return endpoint.port();
    }

    /** The nodes it runs. */
    public List<LocalNode> nodes() {
        return parts.settings().nodes();
    }

    /**
     * Starts it; returns as soon as its endpoint answers, whether or not there is an API server.
     *
     * @throws IOException if the endpoint's certificate cannot be made
     */
    public void start() throws IOException, InterruptedException {
        Files.createDirectories(parts.directory());
        endpoint.start(parts.directory());
        nodes.start();
        informer.exceptionHandler((started, failure) -> true);
        informer.addEventHandler(new PodEvents());
        informer.start();
    }

    /** Completes once the scheduler may use all nodes; workloads that are created earlier crowd on the first of them. */
    public CompletionStage<Void> nodesUsable() {
        return nodes.usable();
    }

    /** Stops reporting, and leaves all containers running: they belong to their runtimes. */
    @Override
    public void close() {
        informer.stop();
        nodes.close();
        lives.values().forEach(PodLife::close);
        parts.events().close();
        endpoint.close();
        client.close();
    }

    private static Config impatient(Config config) {
        return new ConfigBuilder(config)
                .withRequestTimeout(REQUEST_MILLIS)
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .withWatchReconnectInterval(RECONNECT_MILLIS)
                .build();
    }

    /** All pods, the youngest first: a name may be taken again while the pod before is still ending. */
    private List<PodPicture> pictures() {
        return lives.values().stream()
                .map(PodLife::picture)
                .sorted(Comparator.comparing(PodPicture::startedAt).reversed())
                .toList();
    }

    private final class PodEvents implements ResourceEventHandler<Pod> {

        @Override
        public void onAdd(Pod pod) {
            observe(pod);
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            observe(pod);
        }

        @Override
        public void onDelete(Pod pod, boolean finalStateUnknown) {
            PodLife life = lives.get(pod.getMetadata().getUid());
            if (life != null) {
                life.gone();
            }
        }

        private void observe(Pod pod) {
            boolean mine = nodes().stream()
                    .anyMatch(node -> node.name().equals(pod.getSpec().getNodeName()));
            if (!mine) {
                return;
            }
            String uid = pod.getMetadata().getUid();
            PodLife life = lives.get(uid);
            if (life != null) {
                life.observed(pod);
            } else if (!TERMINAL.contains(pod.getStatus().getPhase())) {
                begin(uid, new PodLife(pod, parts, ended -> lives.remove(uid)));
            }
        }

        private void begin(String uid, PodLife life) {
            lives.put(uid, life);
            life.begin();
        }
    }
}
