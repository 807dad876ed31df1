package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pods of a Kafka cluster as Strimzi puts them into a StrimziPodSet. */
final class BrokerPods {

    static final String REVISION = "strimzi.io/revision";

    private static final int PROBE_DELAY_SECONDS = 15;

    private final KafkaModel model;
    private final ServerConfiguration configuration;

    BrokerPods(KafkaModel model) {
        this.model = model;
        this.configuration = new ServerConfiguration(model);
    }

    Pod pod(KafkaNode node) {
        PodSpec spec = spec(node);
        return new PodBuilder()
                .withNewMetadata()
                .withName(model.pod(node))
                .withNamespace(model.namespace())
                .withLabels(StrimziMetadata.labels(model, node))
                .withAnnotations(annotations(node, spec))
                .endMetadata()
                .withSpec(spec)
                .build();
    }

    private Map<String, String> annotations(KafkaNode node, PodSpec spec) {
        String configurationHash = Revision.of(configuration.of(node));
        Map<String, String> annotations = new TreeMap<>(Map.of(
                "strimzi.io/clients-ca-cert-generation", "0",
                "strimzi.io/cluster-ca-cert-generation", "0",
                "strimzi.io/cluster-ca-key-generation", "0",
                "strimzi.io/configuration-hash", configurationHash,
                "strimzi.io/kafka-version", model.spec().getVersion(),
                "prometheus.io/scrape", "true",
                "prometheus.io/port", "9404"));
        annotations.put("strimzi.io/resource-revision", Revision.of(spec));
        annotations.put(REVISION, Revision.of(Map.of("annotations", annotations, "spec", spec)));
        return annotations;
    }

    private PodSpec spec(KafkaNode node) {
        var container = new ContainerBuilder()
                .withName("kafka")
                .withImage(BrokerRuntime.image(model.spec().getVersion()))
                .withImagePullPolicy("IfNotPresent")
                .withArgs("/opt/kafka/kafka_run.sh")
                .addNewEnv()
                .withName("KAFKA_CLUSTER_NAME")
                .withValue(model.name())
                .endEnv()
                .withPorts(ports())
                .withResources(node.pool().getSpec().getResources())
                .withNewLivenessProbe()
                .withNewExec()
                .withCommand("/opt/kafka/kafka_liveness.sh")
                .endExec()
                .withInitialDelaySeconds(PROBE_DELAY_SECONDS)
                .withTimeoutSeconds(5)
                .endLivenessProbe()
                .withNewReadinessProbe()
                .withNewExec()
                .withCommand("/opt/kafka/kafka_readiness.sh")
                .endExec()
                .withInitialDelaySeconds(PROBE_DELAY_SECONDS)
                .withTimeoutSeconds(5)
                .endReadinessProbe()
                .withVolumeMounts(mounts(node))
                .build();
        return new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withContainers(container)
                .withHostname(model.pod(node))
                .withSubdomain(model.brokersService())
                .withRestartPolicy("Always")
                .withSchedulerName("default-scheduler")
                .withServiceAccountName(model.component())
                .withTerminationGracePeriodSeconds(30L)
                .withVolumes(volumes(node))
                .build();
    }

    private List<ContainerPort> ports() {
        List<ContainerPort> ports =
                new ArrayList<>(List.of(port("kafkaagent", 8443), port("ctrlplane", 9090), port("replication", 9091)));
        model.spec()
                .getListeners()
                .forEach(listener -> ports.add(port(ClusterObjects.portName(listener), listener.getPort())));
        ports.add(port("prometheus", 9404));
        return ports;
    }

    private static ContainerPort port(String name, int port) {
        return new ContainerPortBuilder()
                .withName("tcp-" + name)
                .withContainerPort(port)
                .withProtocol("TCP")
                .build();
    }

    private static List<VolumeMount> mounts(KafkaNode node) {
        return Stream.concat(
                        DataVolume.of(node.pool().getSpec().getStorage()).stream()
                                .map(volume -> mount(volume.name(), volume.mountPath())),
                        Stream.of(
                                mount("strimzi-tmp", "/tmp"),
                                mount("kafka-metrics-and-logging", "/opt/kafka/custom-config/"),
                                mount("ready-files", "/var/opt/kafka")))
                .toList();
    }

    private static VolumeMount mount(String name, String path) {
        return new VolumeMountBuilder().withName(name).withMountPath(path).build();
    }

    private List<Volume> volumes(KafkaNode node) {
        List<Volume> volumes = new ArrayList<>();
        for (DataVolume data : DataVolume.of(node.pool().getSpec().getStorage())) {
            var volume = new VolumeBuilder().withName(data.name());
            volumes.add(
                    data.claim().isPresent()
                            ? volume.withNewPersistentVolumeClaim(data.claimName(model.pod(node)), false)
                                    .build()
                            : volume.withNewEmptyDir().endEmptyDir().build());
        }
        volumes.add(inMemory("strimzi-tmp", "5Mi"));
        volumes.add(new VolumeBuilder()
                .withName("kafka-metrics-and-logging")
                .withNewConfigMap()
                .withName(model.pod(node))
                .endConfigMap()
                .build());
        volumes.add(inMemory("ready-files", "1Ki"));
        return volumes;
    }

    private static Volume inMemory(String name, String size) {
        return new VolumeBuilder()
                .withName(name)
                .withNewEmptyDir()
                .withMedium("Memory")
                .withSizeLimit(new Quantity(size))
                .endEmptyDir()
                .build();
    }
}
