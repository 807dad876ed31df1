package io.pilothouse.testbed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.kafka.BrokerName;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.pilothouse.testbed.kafka.KafkaInstallation;
import io.pilothouse.testbed.kubelet.PodNetwork;
import io.pilothouse.testbed.strimzi.StrimziDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.function.SingletonSupplier;

/** The scene's Kafka cluster {@code kafka/main}: three brokers, and the operator's stand-in that makes their pods. */
public final class KafkaSide implements AutoCloseable {

    static final String NAMESPACE = "kafka";
    static final String CLUSTER = "main";
    private static final String VERSION = "4.4.0";
    private static final int BROKERS = 3;
    private static final int CLIENT_PORT = 9092;

    private final Path directory;
    private final BrokerRuntime runtime;

    KafkaSide(PodNetwork network, Path directory, Clock clock) {
        this.directory = directory;
        this.runtime = new BrokerRuntime(SingletonSupplier.of(KafkaSide::installations), network, directory, clock);
    }

    /** Runs the brokers. */
    public BrokerRuntime runtime() {
        return runtime;
    }

    /** Where clients of the cluster connect, whether it runs or not. */
    public String bootstrapServers() {
        return IntStream.range(0, BROKERS)
                .mapToObj(id -> runtime.address(broker(id)).getHostAddress() + ":" + CLIENT_PORT)
                .collect(Collectors.joining(","));
    }

    /** The broker of this id. */
    public BrokerName broker(int id) {
        return new BrokerName(NAMESPACE, CLUSTER + "-brokers-" + id);
    }

    void startBrokers() throws IOException {
        throw new IOException("not yet");
    }

    void deploy(KubernetesClient client) throws IOException {
        StrimziDefinitions.generate(directory.resolve("definitions")).apply(client);
    }

    @Override
    public void close() {
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
