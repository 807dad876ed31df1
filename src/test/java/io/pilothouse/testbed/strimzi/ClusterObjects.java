package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.strimzi.api.kafka.model.kafka.PersistentClaimStorage;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Strimzi makes beside the pods. The services select nothing: Kubernetes takes no loopback addresses as endpoints. */
final class ClusterObjects {

    private final KafkaModel model;
    private final ServerConfiguration configuration;

    ClusterObjects(KafkaModel model) {
        this.model = model;
        this.configuration = new ServerConfiguration(model);
    }

    /** The middle of a port's name, as Strimzi calls its first two listeners. */
    static String portName(GenericKafkaListener listener) {
        return switch (listener.getPort()) {
            case 9092 -> "clients";
            case 9093 -> "clientstls";
            default -> listener.getName();
        };
    }

    List<HasMetadata> all() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(new ServiceAccountBuilder()
                .withMetadata(metadata(model.component()))
                .build());
        objects.add(bootstrapService());
        objects.add(brokersService());
        objects.add(disruptionBudget());
        for (KafkaNode node : model.nodes()) {
            objects.add(configMap(node));
            objects.addAll(claims(node));
        }
        return objects;
    }

    private HasMetadata bootstrapService() {
        ObjectMeta metadata = metadata(model.bootstrapService());
        metadata.getLabels().put("strimzi.io/discovery", "true");
        return new ServiceBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withType("ClusterIP")
                .withSelector(StrimziMetadata.selector(model))
                .addToSelector("strimzi.io/broker-role", "true")
                .withPorts(ports())
                .endSpec()
                .build();
    }

    private HasMetadata brokersService() {
        return new ServiceBuilder()
                .withMetadata(metadata(model.brokersService()))
                .withNewSpec()
                .withClusterIP("None")
                .withSelector(StrimziMetadata.selector(model))
                .withPublishNotReadyAddresses(true)
                .withPorts(ports())
                .endSpec()
                .build();
    }

    private List<ServicePort> ports() {
        List<ServicePort> ports = new ArrayList<>(List.of(port("replication", 9091)));
        model.spec().getListeners().forEach(listener -> ports.add(port(portName(listener), listener.getPort())));
        return ports;
    }

    private static ServicePort port(String name, int port) {
        return new ServicePortBuilder()
                .withName("tcp-" + name)
                .withPort(port)
                .withProtocol("TCP")
                .withTargetPort(new IntOrString("tcp-" + name))
                .build();
    }

    private HasMetadata disruptionBudget() {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(metadata(model.component()))
                .withNewSpec()
                .withMinAvailable(new IntOrString(Math.max(0, model.nodes().size() - 1)))
                .withNewSelector()
                .withMatchLabels(StrimziMetadata.selector(model))
                .endSelector()
                .endSpec()
                .build();
    }

    private HasMetadata configMap(KafkaNode node) {
        return new ConfigMapBuilder()
                .withMetadata(poolMetadata(model.pod(node), node))
                .withData(Map.of(
                        "server.config", configuration.of(node),
                        "cluster.id", model.clusterId(),
                        "metadata.version", model.metadataVersion()))
                .build();
    }

    private List<HasMetadata> claims(KafkaNode node) {
        List<HasMetadata> claims = new ArrayList<>();
        for (DataVolume volume : DataVolume.of(node.pool().getSpec().getStorage())) {
            volume.claim().ifPresent(storage -> claims.add(claim(node, volume.claimName(model.pod(node)), storage)));
        }
        return claims;
    }

    private PersistentVolumeClaim claim(KafkaNode node, String name, PersistentClaimStorage storage) {
        ObjectMeta metadata = poolMetadata(name, node);
        metadata.setAnnotations(Map.of("strimzi.io/delete-claim", String.valueOf(storage.isDeleteClaim())));
        if (!storage.isDeleteClaim()) {
            metadata.setOwnerReferences(List.of());
        }
        return new PersistentVolumeClaimBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(storage.getStorageClass())
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity(storage.getSize())))
                .endResources()
                .endSpec()
                .build();
    }

    private ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(model.namespace())
                .withLabels(StrimziMetadata.labels(model))
                .withOwnerReferences(StrimziMetadata.owner(model.kafka(), false))
                .build();
    }

    private ObjectMeta poolMetadata(String name, KafkaNode node) {
        return new ObjectMetaBuilder(metadata(name))
                .withLabels(StrimziMetadata.labels(model, node.pool()))
                .withOwnerReferences(StrimziMetadata.owner(node.pool(), false))
                .build();
    }
}
