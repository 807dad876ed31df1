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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Registers the nodes and keeps them Ready: renews each node's lease every 10 s and puts its Ready condition right when
 * somebody has changed it. While the API server is away it tries every second, so that no node is taken for dead.
 */
final class NodeKeeper implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SUSPECT = Duration.ofSeconds(30);
    private static final int LEASE_SECONDS = 40;
    private static final String LEASES = "kube-node-lease";

    private final KubernetesClient client;
    private final NodeObjects objects;
    private final List<Keeping> nodes;
    private final Clock clock;
    private final CompletableFuture<Void> usable = new CompletableFuture<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("kubelet-nodes").factory());

    NodeKeeper(KubernetesClient client, KubeletSettings settings, int port, Clock clock) {
        this.client = client;
        this.objects = new NodeObjects(port, clock);
        this.nodes = settings.nodes().stream().map(Keeping::new).toList();
        this.clock = clock;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::beat, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Completes once all nodes are Ready and the scheduler may use them. */
    CompletionStage<Void> usable() {
        return usable.minimalCompletionStage();
    }

    private void beat() {
        Instant now = clock.instant();
        nodes.stream().filter(node -> !now.isBefore(node.nextBeat)).forEach(node -> keep(node, now));
        if (nodes.stream().allMatch(node -> node.usable)) {
            usable.complete(null);
        }
    }

    private void keep(Keeping node, Instant now) {
        try {
            Node there = client.nodes().withName(node.name()).get();
            if (there == null) {
                there = client.resource(objects.registered(node.node)).create();
            }
            node.usable =
                    node.told && isReady(there) && there.getSpec().getTaints().isEmpty();
            if (!node.told || !isReady(there)) {
                tell(node);
            }
            renewLease(node, now);
            node.nextBeat = now.plus(pace(node, now));
        } catch (KubernetesClientException unreachable) {
            node.nextBeat = now.plus(RETRY);
            node.suspectUntil = now.plus(SUSPECT);
        }
    }

    /** After an outage the node controller may still take the node for dead, by what it remembers of the lease. */
    private Duration pace(Keeping node, Instant now) {
        if (now.isBefore(node.suspectUntil)) {
            return RETRY;
        }
        return usable.isDone() || node.usable ? BEAT : LOOK;
    }

    private void tell(Keeping node) {
        Node status = objects.withStatus(node.node);
        client.resource(status).subresource("status").patch(PatchContext.of(PatchType.STRATEGIC_MERGE), status);
        node.told = true;
    }

    private static boolean isReady(Node node) {
        return node.getStatus() != null
                && node.getStatus().getConditions().stream().anyMatch(NodeKeeper::saysReady);
    }

    private static boolean saysReady(NodeCondition condition) {
        return Objects.equals(condition.getType(), "Ready") && Objects.equals(condition.getStatus(), "True");
    }

    private void renewLease(Keeping node, Instant now) {
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

    /** A node, and how far its keeping has come. Belongs to the timer's thread. */
    private static final class Keeping {

        private final LocalNode node;
        private Instant nextBeat = Instant.MIN;
        private Instant suspectUntil = Instant.MIN;
        private boolean told;
        private boolean usable;

        Keeping(LocalNode node) {
            this.node = node;
        }

        String name() {
            return node.name();
        }
    }
}
