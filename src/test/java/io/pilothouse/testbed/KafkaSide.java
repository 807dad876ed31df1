package io.pilothouse.testbed;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.kafka.BrokerName;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.pilothouse.testbed.kafka.KafkaInstallation;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.strimzi.KafkaScene;
import io.pilothouse.testbed.strimzi.LocalStrimzi;
import io.pilothouse.testbed.strimzi.StrimziDefinitions;
import io.pilothouse.testbed.strimzi.StrimziSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.util.function.SingletonSupplier;

/** The scene's Kafka cluster {@code kafka/main}: three brokers, and the operator's stand-in that makes their pods. */
public final class KafkaSide implements AutoCloseable {

    static final String NAMESPACE = "kafka";
    static final String CLUSTER = "main";
    private static final String VERSION = "4.4.0";
    private static final StrimziSettings SETTINGS = StrimziSettings.forWatching(List.of("zone-a", "zone-b", "zone-c"));

    private final Path directory;
    private final BrokerRuntime runtime;
    private final KafkaScene scene = KafkaScene.load();
    private final LocalStrimzi strimzi;

    KafkaSide(Config kubernetes, PodNetwork network, Path directory, Clock clock) throws IOException {
        this.directory = directory;
        this.runtime = new BrokerRuntime(SingletonSupplier.of(KafkaSide::installations), network, directory, clock);
        this.strimzi = new LocalStrimzi(kubernetes, runtime, SETTINGS, clock);
    }

    /** Runs the brokers. */
    public BrokerRuntime runtime() {
        return runtime;
    }

    /** Where clients of the cluster connect, whether it runs or not. */
    public String bootstrapServers() {
        return scene.bootstrapServers(runtime);
    }

    /** The broker of this id. */
    public BrokerName broker(int id) {
        return new BrokerName(NAMESPACE, CLUSTER + "-brokers-" + id);
    }

    void startBrokers() throws IOException {
        scene.startBrokers(runtime, SETTINGS);
    }

    /** Gives Kubernetes Strimzi's kinds, the operator, and the cluster that it is to look after. */
    void deploy(KubernetesClient client) throws IOException {
        StrimziDefinitions.generate(directory.resolve("definitions")).apply(client);
        strimzi.start();
        scene.apply(client);
    }

    @Override
    public void close() {
        strimzi.close();
        runtime.close();
    }

    private static List<KafkaInstallation> installations() {
        try {
            return List.of(KafkaInstallation.resolve(VERSION));
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's programs cannot be had", e);
        }
    }
}
