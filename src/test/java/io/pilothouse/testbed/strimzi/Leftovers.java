package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What nodes that have gone, and clusters that have, leave behind. */
final class Leftovers {

    private static final String DELETE_CLAIM = "strimzi.io/delete-claim";

    private final KubernetesClient client;

    Leftovers(KubernetesClient client) {
        this.client = client;
    }

    /** Deletes the configuration of nodes that are no more, and their claims where the pool says so. */
    void remove(KafkaModel model) {
        Set<String> wanted = new ClusterObjects(model)
                .all().stream()
                        .map(object ->
                                object.getKind() + "/" + object.getMetadata().getName())
                        .collect(Collectors.toSet());
        Map<String, String> labels =
                Map.of(StrimziMetadata.CLUSTER, model.name(), "strimzi.io/name", model.component());
        client.configMaps().inNamespace(model.namespace()).withLabels(labels).list().getItems().stream()
                .filter(object -> isLeft(object, wanted))
                .forEach(object -> client.resource(object).delete());
        client.persistentVolumeClaims().inNamespace(model.namespace()).withLabels(labels).list().getItems().stream()
                .filter(object -> isLeft(object, wanted))
                .filter(claim ->
                        "true".equals(claim.getMetadata().getAnnotations().get(DELETE_CLAIM)))
                .forEach(object -> client.resource(object).delete());
    }

    private static boolean isLeft(HasMetadata object, Set<String> wanted) {
        return !wanted.contains(object.getKind() + "/" + object.getMetadata().getName());
    }

    /** Deletes the pods of clusters whose {@code Kafka} is gone, by their sets. */
    void removeOrphans(List<Kafka> present) {
        Set<String> names = present.stream()
                .map(kafka -> kafka.getMetadata().getNamespace() + "/"
                        + kafka.getMetadata().getName())
                .collect(Collectors.toSet());
        client.resources(StrimziPodSet.class).inAnyNamespace().list().getItems().stream()
                .filter(set -> set.getMetadata().getDeletionTimestamp() == null)
                .filter(set -> !names.contains(set.getMetadata().getNamespace() + "/"
                        + set.getMetadata().getLabels().get(StrimziMetadata.CLUSTER)))
                .forEach(set -> client.resource(set).delete());
    }
}
