package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pods anew that are not as they should be, or that people have asked for: one at a time, those that are not ready first and the active
 * controller last, each only when Kafka bears it. An event on the {@code Kafka} tells of each.
 */
final class KafkaRoller {

    private static final String MANUAL = "strimzi.io/manual-rolling-update";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaRoller.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX").withZone(ZoneOffset.UTC);

    private final KubernetesClient client;
    private final BrokerRuntime brokers;
    private final Clock clock;
    private final Duration patience;

    /** @param patience how long it tries to restart one pod, and waits for one to become ready */
    KafkaRoller(KubernetesClient client, BrokerRuntime brokers, Clock clock, Duration patience) {
        this.client = client;
        this.brokers = brokers;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Rolls what has to be rolled.
     *
     * @param timed whether nobody but the clock called for this reconcile: only then it looks at what people have asked for
     */
    void roll(KafkaModel model, boolean timed) throws ReconcileException {
        Set<String> asked = timed ? askedSets(model) : Set.of();
        Map<KafkaNode, RestartReason> due = due(model, timed, asked);
        if (due.isEmpty()) {
            return;
        }
        try (RollSafety safety = new RollSafety(model.bootstrapServers(brokers))) {
            for (KafkaNode node : order(model, due, safety)) {
                restart(model, node, Objects.requireNonNull(due.get(node)), safety);
            }
        }
        asked.forEach(set -> takeAnnotationBack(model.namespace(), set));
    }

    private Set<String> askedSets(KafkaModel model) {
        return model.pools().stream()
                .map(model::podSet)
                .filter(set -> isAsked(podSet(model.namespace(), set)))
                .collect(Collectors.toSet());
    }

    private Map<KafkaNode, RestartReason> due(KafkaModel model, boolean timed, Set<String> asked) {
        BrokerPods wanted = new BrokerPods(model);
        return model.nodes().stream()
                .flatMap(node -> pod(model, node)
                        .flatMap(pod -> Objects.equals(revision(wanted.pod(node)), revision(pod))
                                ? manual(timed && (isAsked(pod) || asked.contains(model.podSet(node.pool()))))
                                : Optional.of(RestartReason.POD_HAS_OLD_REVISION))
                        .map(reason -> Map.entry(node, reason))
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<RestartReason> manual(boolean asked) {
        return asked ? Optional.of(RestartReason.MANUAL_ROLLING_UPDATE) : Optional.empty();
    }

    private static String revision(Pod pod) {
        return pod.getMetadata().getAnnotations().getOrDefault(BrokerPods.REVISION, "");
    }

    private static boolean isAsked(HasMetadata object) {
        return object.getMetadata().getAnnotations() != null
                && "true".equals(object.getMetadata().getAnnotations().get(MANUAL));
    }

    private List<KafkaNode> order(KafkaModel model, Map<KafkaNode, RestartReason> due, RollSafety safety) {
        int active = activeController(safety);
        return due.keySet().stream()
                .sorted(Comparator.comparing((KafkaNode node) -> isReady(model, node))
                        .thenComparing(node -> node.id() == active)
                        .thenComparingInt(KafkaNode::id))
                .toList();
    }

    private static int activeController(RollSafety safety) {
        try {
            return safety.activeController();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Nobody tells which controller is active: {}", e.toString());
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private void restart(KafkaModel model, KafkaNode node, RestartReason reason, RollSafety safety)
            throws ReconcileException {
        String name = model.pod(node);
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(patience)
                    .ignoreException(ExecutionException.class)
                    .ignoreException(TimeoutException.class)
                    .until(() -> !isReady(model, node) || safety.mayRestart(node));
        } catch (ConditionTimeoutException e) {
            throw new ReconcileException("UnforceableProblem", "Pod " + name + " cannot be updated right now.");
        }
        Optional<Pod> before = pod(model, node);
        if (before.isEmpty()) {
            return;
        }
        LOG.info("{}", reason.message(name));
        tell(model, before.orElseThrow(), reason);
        client.resource(before.orElseThrow()).delete();
        awaitAnother(model, node, before.orElseThrow());
    }

    private void awaitAnother(KafkaModel model, KafkaNode node, Pod before) throws ReconcileException {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(patience)
                    .until(() -> pod(model, node)
                            .filter(pod -> !pod.getMetadata()
                                    .getUid()
                                    .equals(before.getMetadata().getUid()))
                            .filter(Readiness::isPodReady)
                            .isPresent());
        } catch (ConditionTimeoutException e) {
            throw KafkaReconciler.notReady(model, model.pod(node), patience);
        }
    }

    private void tell(KafkaModel model, Pod pod, RestartReason reason) {
        client.events()
                .v1()
                .events()
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withGenerateName("strimzi-event-")
                        .withNamespace(model.namespace())
                        .endMetadata()
                        .withAction("StrimziInitiatedPodRestart")
                        .withEventTime(new MicroTime(MICROSECONDS.format(clock.instant())))
                        .withRegarding(reference(model.kafka()))
                        .withRelated(reference(pod))
                        .withReason(reason.reason())
                        .withNote(reason.message(pod.getMetadata().getName()))
                        .withType("Normal")
                        .withReportingController("strimzi.io/cluster-operator")
                        .withReportingInstance("local-strimzi")
                        .build())
                .create();
    }

    private static ObjectReference reference(HasMetadata object) {
        return new ObjectReferenceBuilder()
                .withApiVersion(object.getApiVersion())
                .withKind(object.getKind())
                .withName(object.getMetadata().getName())
                .withNamespace(object.getMetadata().getNamespace())
                .withUid(object.getMetadata().getUid())
                .build();
    }

    private void takeAnnotationBack(String namespace, String name) {
        client.resources(StrimziPodSet.class)
                .inNamespace(namespace)
                .withName(name)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"" + MANUAL + "\":null}}}");
    }

    private StrimziPodSet podSet(String namespace, String name) {
        return client.resources(StrimziPodSet.class)
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    private Optional<Pod> pod(KafkaModel model, KafkaNode node) {
        return Optional.ofNullable(client.pods()
                .inNamespace(model.namespace())
                .withName(model.pod(node))
                .get());
    }

    private boolean isReady(KafkaModel model, KafkaNode node) {
        return pod(model, node).filter(Readiness::isPodReady).isPresent();
    }
}
