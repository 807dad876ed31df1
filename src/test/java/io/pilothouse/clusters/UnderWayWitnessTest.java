package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.OpenTransaction;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Reassignment;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown as under way in the scene's cluster is what plain Admin calls say is. */
@UsesLocalPlatform
class UnderWayWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final String TOPIC = "on-the-move";
    private static final String TRANSACTION = "left-open";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final int RECORDS = 20;
    private static final int RECORD_BYTES = 100_000;

    private final FleetStore store;
    private final String bootstrapServers;
    private final Admin admin;

    UnderWayWitnessTest(LocalPlatform platform, RunningConsole console) {
        store = console.bean(FleetStore.class);
        bootstrapServers = platform.kafka().bootstrapServers();
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    @BeforeEach
    void aTopicOnOneBroker() throws Exception {
        admin.createTopics(
                        List.of(new NewTopic(TOPIC, Map.of(0, List.of(0))).configs(Map.of("min.insync.replicas", "1"))))
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void cleanUp() throws Exception {
        admin.deleteTopics(List.of(TOPIC)).all().get(30, TimeUnit.SECONDS);
        admin.close();
    }

    @Test
    void aTransactionLeftOpenIsShownAsKafkaTellsItAndGoesWithIt() {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                TRANSACTION,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                90_000))) {
            producer.initTransactions();
            producer.beginTransaction();
            write(producer, 1);

            await().atMost(SOON).untilAsserted(() -> {
                TransactionDescription witness = admin.describeTransactions(List.of(TRANSACTION))
                        .description(TRANSACTION)
                        .get(20, TimeUnit.SECONDS);
                assertThat(open()).hasValueSatisfying(shown -> {
                    assertThat(shown.producerId()).isEqualTo(witness.producerId());
                    assertThat(shown.coordinator()).isEqualTo(witness.coordinatorId());
                    assertThat(shown.timeout()).isEqualTo(Duration.ofMillis(witness.transactionTimeoutMs()));
                    assertThat(shown.started().orElseThrow().toEpochMilli())
                            .isEqualTo(witness.transactionStartTimeMs().orElseThrow());
                    assertThat(shown.partitions()).containsExactly(new PartitionId(TOPIC, 0));
                });
            });

            producer.abortTransaction();
            await().atMost(SOON).until(() -> open().isEmpty());
        }
    }

    @Test
    void aPartitionThatIsSlowlyMovedIsShownAsKafkaTellsItAndGoesWithIt() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            write(producer, RECORDS);
        }
        throttle(AlterConfigOp.OpType.SET);
        try {
            move(Optional.of(new NewPartitionReassignment(List.of(1))));
            await().atMost(SOON).untilAsserted(() -> {
                PartitionReassignment witness =
                        Optional.ofNullable(moving().get(PARTITION)).orElseThrow();
                assertThat(shownMoving())
                        .containsExactly(new Reassignment(
                                new PartitionId(TOPIC, 0), witness.addingReplicas(), witness.removingReplicas()));
            });
        } finally {
            move(Optional.empty());
            throttle(AlterConfigOp.OpType.DELETE);
        }
        await().atMost(SOON).until(() -> shownMoving().isEmpty());
    }

    private Optional<OpenTransaction> open() {
        return coordination().transactions().known().orElse(List.of()).stream()
                .filter(transaction -> transaction.id().equals(TRANSACTION))
                .findFirst();
    }

    private List<Reassignment> shownMoving() {
        return coordination().reassignments().known().orElse(List.of());
    }

    private Coordination coordination() {
        return store.current().cluster(MAIN).orElseThrow().coordination();
    }

    private Map<TopicPartition, PartitionReassignment> moving() throws Exception {
        return admin.listPartitionReassignments().reassignments().get(20, TimeUnit.SECONDS);
    }

    private void move(Optional<NewPartitionReassignment> target) throws Exception {
        admin.alterPartitionReassignments(Map.of(PARTITION, target)).all().get(20, TimeUnit.SECONDS);
    }

    /** Lets replicas of the topic be copied at a thousand bytes a second, and forgets that again. */
    private void throttle(AlterConfigOp.OpType type) throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, TOPIC),
                List.of(
                        change("leader.replication.throttled.replicas", "*", type),
                        change("follower.replication.throttled.replicas", "*", type)),
                new ConfigResource(ConfigResource.Type.BROKER, "0"),
                List.of(change("leader.replication.throttled.rate", "1000", type)),
                new ConfigResource(ConfigResource.Type.BROKER, "1"),
                List.of(change("follower.replication.throttled.rate", "1000", type)));
        admin.incrementalAlterConfigs(changes).all().get(20, TimeUnit.SECONDS);
    }

    private static AlterConfigOp change(String name, String value, AlterConfigOp.OpType type) {
        return new AlterConfigOp(new ConfigEntry(name, value), type);
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void write(KafkaProducer<byte[], byte[]> producer, int records) {
        IntStream.range(0, records)
                .forEach(_ -> producer.send(new ProducerRecord<>(TOPIC, 0, new byte[0], new byte[RECORD_BYTES])));
        producer.flush();
    }
}
