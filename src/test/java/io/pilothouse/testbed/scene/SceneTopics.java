package io.pilothouse.testbed.scene;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/** The topics of the scene: created as soon as there are brokers enough, if they are not there yet. */
final class SceneTopics implements AutoCloseable {

    private static final short REPLICATION = 3;
    private static final Map<String, String> SETTINGS = Map.of(
            "min.insync.replicas",
            "2",
            "retention.ms",
            String.valueOf(Duration.ofHours(6).toMillis()));
    private static final List<NewTopic> TOPICS =
            List.of(topic("orders", 12), topic("payments", 6), topic("shipments", 6), topic("clickstream", 4));
    private static final int DEADLINE_MILLIS = 5_000;
    private static final long RETRY_MILLIS = 500;

    private final Supplier<String> bootstrapServers;
    private final ScheduledExecutorService timer;

    /** @param place an address of its own; what its client logs while there are no brokers is of no interest */
    SceneTopics(InetAddress place, Supplier<String> bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        PodThread thread = new PodThread(place, (at, line) -> {});
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> thread.unstarted("scene-topics", task));
    }

    /** Returns at once; tries until it has worked. */
    void createWhenPossible() {
        timer.execute(this::create);
    }

    private void create() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers.get(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "scene-topics",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                DEADLINE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                DEADLINE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
            List<NewTopic> missing = TOPICS.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException notYet) {
            timer.schedule(this::create, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, REPLICATION).configs(SETTINGS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
