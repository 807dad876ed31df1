package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.Map;
import java.util.TreeMap;

/** The labels and owners that Strimzi gives to what it makes. */
final class StrimziMetadata {

    static final String CLUSTER = "strimzi.io/cluster";

    private static final String POOL = "strimzi.io/pool-name";

    private StrimziMetadata() {}

    /** Labels of everything that belongs to the cluster as a whole. */
    static Map<String, String> labels(KafkaModel model) {
        return new TreeMap<>(Map.of(
                "app.kubernetes.io/instance",
                model.name(),
                "app.kubernetes.io/managed-by",
                "strimzi-cluster-operator",
                "app.kubernetes.io/name",
                "kafka",
                "app.kubernetes.io/part-of",
                "strimzi-" + model.name(),
                CLUSTER,
                model.name(),
                "strimzi.io/component-type",
                "kafka",
                "strimzi.io/kind",
                "Kafka",
                "strimzi.io/name",
                model.component()));
    }

    static Map<String, String> labels(KafkaModel model, KafkaNodePool pool) {
        Map<String, String> labels = labels(model);
        labels.put(POOL, pool.getMetadata().getName());
        return labels;
    }

    static Map<String, String> labels(KafkaModel model, KafkaNode node) {
        Map<String, String> labels = labels(model, node.pool());
        labels.put("strimzi.io/broker-role", String.valueOf(node.broker()));
        labels.put("strimzi.io/controller-role", String.valueOf(node.controller()));
        labels.put("strimzi.io/controller", "strimzipodset");
        labels.put("strimzi.io/controller-name", model.podSet(node.pool()));
        labels.put("strimzi.io/pod-name", model.pod(node));
        return labels;
    }

    /** By what all pods of the cluster are found. */
    static Map<String, String> selector(KafkaModel model) {
        return Map.of(CLUSTER, model.name(), "strimzi.io/kind", "Kafka", "strimzi.io/name", model.component());
    }

    static Map<String, String> selector(KafkaModel model, KafkaNodePool pool) {
        Map<String, String> selector = new TreeMap<>(selector(model));
        selector.put(POOL, pool.getMetadata().getName());
        return selector;
    }

    /** As the operator's status has it: in this order. */
    static String selectorText(KafkaModel model, KafkaNodePool pool) {
        return "%s=%s,strimzi.io/name=%s,strimzi.io/kind=Kafka,%s=%s"
                .formatted(
                        CLUSTER,
                        model.name(),
                        model.component(),
                        POOL,
                        pool.getMetadata().getName());
    }

    static OwnerReference owner(HasMetadata owner, boolean controller) {
        return new OwnerReferenceBuilder()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withBlockOwnerDeletion(true)
                .withController(controller)
                .build();
    }
}
