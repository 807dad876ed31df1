package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.NodePool.DataVolume;
import io.pilothouse.fleet.NodePool.PodResources;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.strimzi.api.kafka.model.common.Condition;
import io.strimzi.api.kafka.model.kafka.JbodStorage;
import io.strimzi.api.kafka.model.kafka.PersistentClaimStorage;
import io.strimzi.api.kafka.model.kafka.SingleVolumeStorage;
import io.strimzi.api.kafka.model.kafka.Storage;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of a {@code KafkaNodePool}. */
final class NodePoolReduction {

    private static final String CLUSTER_LABEL = "strimzi.io/cluster";

    private NodePoolReduction() {}

    static NodePoolFacts reduce(KafkaNodePool pool) {
        Optional<KafkaNodePoolStatus> status = Optional.ofNullable(pool.getStatus());
        String cluster = Metadata.labels(pool).getOrDefault(CLUSTER_LABEL, "");
        return new NodePoolFacts(
                new ClusterId(pool.getMetadata().getNamespace(), cluster),
                new NodePool(
                        pool.getMetadata().getName(),
                        roles(pool),
                        pool.getSpec().getReplicas(),
                        status.map(KafkaNodePoolStatus::getReplicas).orElse(0),
                        status.map(known -> list(known.getNodeIds())).orElse(List.of()),
                        volumes(pool.getSpec().getStorage()),
                        resources(pool.getSpec().getResources()),
                        Metadata.generation(pool),
                        status.filter(known -> known.getObservedGeneration() >= Metadata.generation(pool))
                                .isPresent(),
                        warnings(status)));
    }

    private static Set<Broker.Role> roles(KafkaNodePool pool) {
        return list(pool.getSpec().getRoles()).stream()
                .map(role -> switch (role) {
                    case BROKER -> Broker.Role.BROKER;
                    case CONTROLLER -> Broker.Role.CONTROLLER;
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<DataVolume> volumes(@Nullable Storage storage) {
        Stream<? extends Storage> each =
                storage instanceof JbodStorage jbod ? list(jbod.getVolumes()).stream() : Stream.ofNullable(storage);
        return each.map(NodePoolReduction::volume).toList();
    }

    private static DataVolume volume(Storage storage) {
        Optional<Integer> id =
                storage instanceof SingleVolumeStorage single ? Optional.ofNullable(single.getId()) : Optional.empty();
        return storage instanceof PersistentClaimStorage claim
                ? new DataVolume(
                        id,
                        text(claim.getType()),
                        Optional.ofNullable(claim.getSize()),
                        Optional.ofNullable(claim.getStorageClass()),
                        claim.isDeleteClaim())
                : new DataVolume(id, text(storage.getType()), Optional.empty(), Optional.empty(), true);
    }

    private static PodResources resources(@Nullable ResourceRequirements resources) {
        return Optional.ofNullable(resources)
                .map(given -> new PodResources(
                        amount(given.getRequests(), "cpu"),
                        amount(given.getLimits(), "cpu"),
                        amount(given.getRequests(), "memory"),
                        amount(given.getLimits(), "memory")))
                .orElse(PodResources.NONE);
    }

    private static Optional<String> amount(@Nullable Map<String, Quantity> amounts, String name) {
        return Optional.ofNullable(amounts)
                .flatMap(known -> Optional.ofNullable(known.get(name)))
                .map(Quantity::toString);
    }

    private static String warnings(Optional<KafkaNodePoolStatus> status) {
        return status.stream()
                .flatMap(known -> list(known.getConditions()).stream())
                .filter(condition -> "Warning".equals(condition.getType()) && "True".equals(condition.getStatus()))
                .map(Condition::getMessage)
                .map(Metadata::text)
                .collect(Collectors.joining("\n"));
    }
}
