package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.pilothouse.testbed.kafka.BrokerStart;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo's Kafka cluster {@code main} in namespace {@code kafka}: three brokers over three zones. */
public final class KafkaScene {

    private static final int CLIENT_PORT = 9092;

    private final List<HasMetadata> objects;
    private final KafkaModel model;

    private KafkaScene(List<HasMetadata> objects) {
        this.objects = objects;
        this.model = KafkaModel.of(only(Kafka.class, objects).getFirst(), only(KafkaNodePool.class, objects));
    }

    public static KafkaScene load() throws IOException {
        try (InputStream in = KafkaScene.class.getResourceAsStream("/testbed/strimzi/kafka.yaml");
                InputStream storage = KafkaScene.class.getResourceAsStream("/testbed/strimzi/storage-class.yaml")) {
            List<HasMetadata> objects = Serialization.unmarshal(in);
            HasMetadata storageClass = Serialization.unmarshal(storage);
            return new KafkaScene(
                    Stream.concat(Stream.of(storageClass), objects.stream()).toList());
        }
    }

    /** Starts the brokers at once, with what the operator will write for them later. */
    public void startBrokers(BrokerRuntime brokers, StrimziSettings settings) throws IOException {
        ServerConfiguration configuration = new ServerConfiguration(model);
        for (KafkaNode node : model.nodes()) {
            brokers.start(new BrokerStart(
                    model.broker(node),
                    model.spec().getVersion(),
                    configuration.of(node),
                    model.clusterId(),
                    settings.zone(node.id()),
                    volumes(brokers, node)));
        }
    }

    /** Where clients find the cluster, whether it runs or not. */
    public String bootstrapServers(BrokerRuntime brokers) {
        return model.nodes().stream()
                .map(node -> brokers.address(model.broker(node)).getHostAddress() + ":" + CLIENT_PORT)
                .collect(Collectors.joining(","));
    }

    /** Says to Kubernetes what is wanted; Strimzi's kinds must be served. */
    public void apply(KubernetesClient client) {
        objects.forEach(object -> client.resource(object).forceConflicts().serverSideApply());
    }

    private Map<String, Path> volumes(BrokerRuntime brokers, KafkaNode node) {
        Map<String, Path> folders = new HashMap<>();
        for (DataVolume volume : DataVolume.of(node.pool().getSpec().getStorage())) {
            folders.put(volume.mountPath(), brokers.volume(model.namespace(), volume.claimName(model.pod(node))));
        }
        return folders;
    }

    /** The client does not know Strimzi's kinds by itself and reads them as generic objects. */
    private static <T extends HasMetadata> List<T> only(Class<T> kind, List<HasMetadata> objects) {
        return objects.stream()
                .filter(object -> object.getKind().equals(HasMetadata.getKind(kind)))
                .map(object -> Serialization.unmarshal(Serialization.asJson(object), kind))
                .toList();
    }
}
