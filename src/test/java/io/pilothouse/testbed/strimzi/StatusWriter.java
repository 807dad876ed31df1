package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.strimzi.api.kafka.model.common.Condition;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaStatus;
import io.strimzi.api.kafka.model.kafka.UsedNodePoolStatus;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import io.strimzi.api.kafka.model.kafka.listener.ListenerAddress;
import io.strimzi.api.kafka.model.kafka.listener.ListenerStatus;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the statuses of a {@code Kafka} and its pools, at the end of a reconcile and only when something in them changes. */
final class StatusWriter {

    private static final String OPERATOR_VERSION = "1.2.0";

    private final KubernetesClient client;
    private final BrokerRuntime brokers;
    private final Clock clock;

    StatusWriter(KubernetesClient client, BrokerRuntime brokers, Clock clock) {
        this.client = client;
        this.brokers = brokers;
        this.clock = clock;
    }

    void succeeded(KafkaModel model, List<Condition> warnings) {
        List<Condition> conditions = new ArrayList<>(warnings);
        conditions.add(Conditions.ready());
        KafkaStatus status = status(model.kafka(), conditions);
        status.setClusterId(model.clusterId());
        status.setKafkaVersion(model.spec().getVersion());
        status.setKafkaMetadataVersion(model.metadataVersion());
        status.setOperatorLastSuccessfulVersion(OPERATOR_VERSION);
        status.setKafkaNodePools(model.pools().stream().map(StatusWriter::used).toList());
        status.setListeners(model.spec().getListeners().stream()
                .map(listener -> listener(model, listener))
                .toList());
        status.setClusterSecurity(Map.of("encryption", Map.of("type", "none")));
        write(model.kafka(), status);
        model.pools().forEach(pool -> write(model, pool));
    }

    /** What earlier reconciles found out stays; {@code Ready} does not. */
    void failed(Kafka kafka, ReconcileException failure) {
        write(kafka, status(kafka, new ArrayList<>(List.of(Conditions.notReady(failure)))));
    }

    void paused(Kafka kafka) {
        write(kafka, status(kafka, new ArrayList<>(List.of(Conditions.paused()))));
    }

    private KafkaStatus status(Kafka kafka, List<Condition> conditions) {
        KafkaStatus status = Optional.ofNullable(kafka.getStatus())
                .map(before -> Serialization.unmarshal(Serialization.asJson(before), KafkaStatus.class))
                .orElseGet(KafkaStatus::new);
        List<Condition> before = Objects.requireNonNullElse(status.getConditions(), List.of());
        Conditions.date(conditions, before, clock.instant());
        status.setConditions(conditions);
        status.setObservedGeneration(kafka.getMetadata().getGeneration());
        return status;
    }

    private void write(Kafka kafka, KafkaStatus status) {
        StatusPatch.write(client, kafka, kafka.getStatus(), status);
    }

    private void write(KafkaModel model, KafkaNodePool pool) {
        List<Integer> ids = model.nodesOf(pool).stream().map(KafkaNode::id).toList();
        KafkaNodePoolStatus status = new KafkaNodePoolStatus();
        status.setClusterId(model.clusterId());
        status.setConditions(List.of());
        status.setLabelSelector(StrimziMetadata.selectorText(model, pool));
        status.setNodeIds(ids);
        status.setObservedGeneration(pool.getMetadata().getGeneration());
        status.setReplicas(ids.size());
        status.setRoles(pool.getSpec().getRoles());
        StatusPatch.write(client, pool, pool.getStatus(), status);
    }

    /** Without DNS the bootstrap service's name leads nowhere, so the brokers themselves are named. */
    private ListenerStatus listener(KafkaModel model, GenericKafkaListener listener) {
        ListenerStatus status = new ListenerStatus();
        status.setName(listener.getName());
        status.setAddresses(model.nodes().stream()
                .filter(KafkaNode::broker)
                .map(node -> address(model, node, listener.getPort()))
                .toList());
        return status;
    }

    private ListenerAddress address(KafkaModel model, KafkaNode node, int port) {
        ListenerAddress address = new ListenerAddress();
        address.setHost(brokers.address(model.broker(node)).getHostAddress());
        address.setPort(port);
        return address;
    }

    private static UsedNodePoolStatus used(KafkaNodePool pool) {
        UsedNodePoolStatus status = new UsedNodePoolStatus();
        status.setName(pool.getMetadata().getName());
        return status;
    }
}
