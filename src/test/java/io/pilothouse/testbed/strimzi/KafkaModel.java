package io.pilothouse.testbed.strimzi;

import io.pilothouse.testbed.kafka.BrokerName;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A Kafka cluster as its {@code Kafka} and its {@code KafkaNodePool}s want it. */
record KafkaModel(Kafka kafka, List<KafkaNodePool> pools, List<KafkaNode> nodes) {

    static KafkaModel of(Kafka kafka, List<KafkaNodePool> pools) {
        return of(kafka, pools, Set.of());
    }

    /** @param kept names of pools that keep the nodes they have though fewer are wanted */
    static KafkaModel of(Kafka kafka, List<KafkaNodePool> pools, Set<String> kept) {
        List<KafkaNodePool> sorted = pools.stream()
                .sorted(Comparator.comparing(pool -> pool.getMetadata().getName()))
                .toList();
        return new KafkaModel(kafka, sorted, NodeIds.assign(sorted, kept));
    }

    String namespace() {
        return kafka.getMetadata().getNamespace();
    }

    String name() {
        return kafka.getMetadata().getName();
    }

    KafkaClusterSpec spec() {
        return kafka.getSpec().getKafka();
    }

    /** Feature level of the cluster's metadata; Strimzi takes the version's own where none is named. */
    String metadataVersion() {
        String named = spec().getMetadataVersion();
        return named != null ? named : spec().getVersion().replaceAll("^(\\d+\\.\\d+).*", "$1-IV0");
    }

    String component() {
        return name() + "-kafka";
    }

    String brokersService() {
        return name() + "-kafka-brokers";
    }

    String bootstrapService() {
        return name() + "-kafka-bootstrap";
    }

    String podSet(KafkaNodePool pool) {
        return name() + "-" + pool.getMetadata().getName();
    }

    String pod(KafkaNode node) {
        return podSet(node.pool()) + "-" + node.id();
    }

    BrokerName broker(KafkaNode node) {
        return new BrokerName(namespace(), pod(node));
    }

    List<KafkaNode> nodesOf(KafkaNodePool pool) {
        return nodes.stream().filter(node -> node.pool().equals(pool)).toList();
    }

    /** By the first listener, at every broker's own address: there is no DNS here. */
    String bootstrapServers(BrokerRuntime runtime) {
        int port = spec().getListeners().getFirst().getPort();
        return nodes.stream()
                .filter(KafkaNode::broker)
                .map(node -> runtime.address(broker(node)).getHostAddress() + ":" + port)
                .collect(Collectors.joining(","));
    }

    long brokers() {
        return nodes.stream().filter(KafkaNode::broker).count();
    }

    /** Follows from the name alone, so that brokers may be started before anybody can be asked. */
    String clusterId() {
        UUID uuid = UUID.nameUUIDFromBytes((namespace() + "/" + name()).getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        // Kafka's tools would take it for an option
        return id.startsWith("-") ? "A" + id.substring(1) : id;
    }
}
