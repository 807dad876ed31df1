package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Registers the nodes and keeps them Ready: renews each node's lease every 10 s and puts its Ready condition right when
 * somebody has changed it. While the API server is away it tries every second, so that no node is taken for dead.
 */
final class NodeKeeper implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LEASE_SECONDS = 40;
    private static final String LEASES = "kube-node-lease";

    private final KubernetesClient client;
    private final NodeObjects nodes;
    private final KubeletSettings settings;
    private final Clock clock;
    private final Map<String, Instant> nextBeat = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("kubelet-nodes").factory());

    NodeKeeper(KubernetesClient client, KubeletSettings settings, int port, Clock clock) {
        this.client = client;
        this.nodes = new NodeObjects(port, clock);
        this.settings = settings;
        this.clock = clock;
    }

    void start() {
        timer.scheduleWithFixedDelay(
                () -> settings.nodes().forEach(this::keep), 0, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void keep(LocalNode node) {
        Instant now = clock.instant();
        if (now.isBefore(nextBeat.getOrDefault(node.name(), Instant.MIN))) {
            return;
        }
        try {
            register(node);
            renewLease(node, now);
            nextBeat.put(node.name(), now.plus(BEAT));
        } catch (KubernetesClientException unreachable) {
            // tried again in a second; the API server is not there yet or has been stopped
        }
    }

    private void register(LocalNode node) {
        Node there = client.nodes().withName(node.name()).get();
        if (there == null) {
            client.resource(nodes.registered(node)).create();
        }
        if (there == null || !isReady(there)) {
            Node status = nodes.withStatus(node);
            client.resource(status).subresource("status").patch(PatchContext.of(PatchType.STRATEGIC_MERGE), status);
        }
    }

    private static boolean isReady(Node node) {
        return node.getStatus() != null
                && node.getStatus().getConditions().stream().anyMatch(NodeKeeper::saysReady);
    }

    private static boolean saysReady(NodeCondition condition) {
        return Objects.equals(condition.getType(), "Ready") && Objects.equals(condition.getStatus(), "True");
    }

    private void renewLease(LocalNode node, Instant now) {
        var lease = new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(LEASES)
                .withName(node.name())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(node.name())
                .withLeaseDurationSeconds(LEASE_SECONDS)
                .withRenewTime(now.atZone(ZoneOffset.UTC))
                .endSpec()
                .build();
        client.resource(lease).fieldManager("kubelet").forceConflicts().serverSideApply();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
