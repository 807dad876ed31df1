package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.strimzi.api.kafka.model.common.Condition;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One reconcile of a Kafka cluster: makes what is missing, waits for the pods, and then says how it is. */
final class KafkaReconciler {

    private static final String PAUSE = "strimzi.io/pause-reconciliation";
    private static final Duration POLL = Duration.ofMillis(500);

    private final KubernetesClient client;
    private final StatusWriter statuses;
    private final ModelCheck check;
    private final KafkaRoller roller;
    private final ScaleDown scaleDown;
    private final Leftovers leftovers;
    private final Duration operationTimeout;
    /** Of each cluster those that its last reconcile knew. */
    private final Map<String, Set<Integer>> nodes = new HashMap<>();

    KafkaReconciler(
            KubernetesClient client,
            StatusWriter statuses,
            ModelCheck check,
            KafkaRoller roller,
            ScaleDown scaleDown,
            Duration operationTimeout) {
        this.client = client;
        this.statuses = statuses;
        this.check = check;
        this.roller = roller;
        this.scaleDown = scaleDown;
        this.leftovers = new Leftovers(client);
        this.operationTimeout = operationTimeout;
    }

    /** @param timed whether nobody but the clock called for it */
    void reconcile(Kafka kafka, boolean timed) {
        if (isPaused(kafka)) {
            statuses.paused(kafka);
            return;
        }
        try {
            List<KafkaNodePool> pools = pools(kafka);
            KafkaModel present = KafkaModel.of(kafka, pools, names(pools));
            Set<String> refused = scaleDown.refused(present);
            KafkaModel model = KafkaModel.of(kafka, pools, refused);
            List<Condition> warnings = new ArrayList<>(check.check(model));
            warnings.addAll(ScaleDown.warnings(model, refused));
            new ClusterObjects(model).all().forEach(this::apply);
            model.pools().forEach(pool -> apply(PodSets.of(model, pool)));
            for (KafkaNode node : model.nodes()) {
                awaitReady(model, node);
            }
            takeAway(model.namespace() + "/" + model.name(), model);
            roller.roll(model, timed);
            leftovers.remove(model);
            statuses.succeeded(model, warnings);
        } catch (ReconcileException failure) {
            statuses.failed(kafka, failure);
        }
    }

    private static Set<String> names(List<KafkaNodePool> pools) {
        return pools.stream().map(pool -> pool.getMetadata().getName()).collect(Collectors.toSet());
    }

    /** Nodes that were there and are not wanted any more go with their pools and sets; Kafka forgets them when their pods have ended. */
    private void takeAway(String cluster, KafkaModel model) throws ReconcileException {
        Set<Integer> gone = new TreeSet<>(nodes.getOrDefault(cluster, Set.of()));
        gone.removeAll(ids(model));
        for (int id : gone) {
            awaitGone(model, id);
        }
        if (!gone.isEmpty()) {
            scaleDown.unregister(model, gone);
        }
        nodes.put(cluster, ids(model));
    }

    private static Set<Integer> ids(KafkaModel model) {
        return model.nodes().stream().map(KafkaNode::id).collect(Collectors.toSet());
    }

    private void awaitGone(KafkaModel model, int id) throws ReconcileException {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(operationTimeout)
                    .until(() -> client
                            .pods()
                            .inNamespace(model.namespace())
                            .withLabels(StrimziMetadata.selector(model))
                            .list()
                            .getItems()
                            .stream()
                            .noneMatch(pod -> pod.getMetadata().getName().endsWith("-" + id)));
        } catch (ConditionTimeoutException e) {
            throw notReady(model, model.name() + "-" + id, operationTimeout);
        }
    }

    private static boolean isPaused(Kafka kafka) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(kafka.getMetadata().getAnnotations(), Map.of());
        return "true".equals(annotations.get(PAUSE));
    }

    private List<KafkaNodePool> pools(Kafka kafka) throws ReconcileException {
        List<KafkaNodePool> pools = client.resources(KafkaNodePool.class)
                .inNamespace(kafka.getMetadata().getNamespace())
                .withLabel(StrimziMetadata.CLUSTER, kafka.getMetadata().getName())
                .list()
                .getItems();
        if (pools.isEmpty()) {
            throw new ReconcileException(
                    "InvalidConfigurationException",
                    "KafkaNodePools are enabled, but no KafkaNodePools found for Kafka cluster "
                            + kafka.getMetadata().getName());
        }
        return pools;
    }

    private void apply(HasMetadata object) {
        client.resource(object)
                .fieldManager("strimzi-cluster-operator")
                .forceConflicts()
                .serverSideApply();
    }

    private void awaitReady(KafkaModel model, KafkaNode node) throws ReconcileException {
        String name = model.pod(node);
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(operationTimeout)
                    .until(() -> isReady(model.namespace(), name));
        } catch (ConditionTimeoutException e) {
            throw notReady(model, name, operationTimeout);
        }
    }

    static ReconcileException notReady(KafkaModel model, String pod, Duration waited) {
        return new ReconcileException(
                "StrimziTimeoutException",
                "Exceeded timeout of %dms while waiting for Pods resource %s in namespace %s to be ready"
                        .formatted(waited.toMillis(), pod, model.namespace()));
    }

    private boolean isReady(String namespace, String name) {
        Pod pod = client.pods().inNamespace(namespace).withName(name).get();
        return pod != null && pod.getMetadata().getDeletionTimestamp() == null && Readiness.isPodReady(pod);
    }
}
