package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.BrokerSettings;
import io.pilothouse.fleet.BrokerSettings.Origin;
import io.pilothouse.fleet.BrokerSettings.Setting;
import io.pilothouse.fleet.OpenTransaction;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import io.pilothouse.fleet.spi.LogDirFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.testbed.process.FreePorts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** What reading a Kafka cluster promises, on any real cluster that is well. */
abstract class KafkaFactsContract {

    static final ClusterId CLUSTER = new ClusterId("kafka", "main");
    private static final String MINIMUM_IN_SYNC = "min.insync.replicas";

    final SettableClock clock = new SettableClock();
    AdminKafkaFacts facts;
    Admin admin;

    /** Where the cluster is reached that the tests may create topics in. */
    abstract String bootstrapServers();

    @BeforeEach
    void connect() {
        facts = new AdminKafkaFacts(new Binder().bindOrCreate("pilothouse.kafka", KafkaProperties.class), clock);
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        facts.close();
        admin.close();
    }

    @Test
    void knowsTheBrokersAndThatEachAnswersItself() throws Exception {
        Instant before = clock.instant();

        KafkaClusterFacts cluster = read();

        assertThat(cluster.uuid()).isEqualTo(admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS));
        assertThat(cluster.nodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.host()).isNotBlank();
            assertThat(node.port()).isPositive();
            assertThat(node.fenced()).isFalse();
            assertThat(node.answered()).isInstanceOf(Observed.Fresh.class);
            assertThat(node.answered().observedAt().orElseThrow()).isAfterOrEqualTo(before);
        });
    }

    @Test
    void knowsTheControllerAndItsVoters() throws Exception {
        KafkaClusterFacts cluster = read();

        assertThat(cluster.voters()).isInstanceOf(Observed.Fresh.class);
        assertThat(cluster.controller()).isInstanceOf(Observed.Fresh.class);
        assertThat(cluster.voters().known().orElseThrow())
                .contains(cluster.controller().known().orElseThrow());
    }

    @Test
    void knowsTheQuorumAsTheControllerTellsIt() throws Exception {
        QuorumInfo before = admin.describeMetadataQuorum().quorumInfo().get(10, TimeUnit.SECONDS);

        Quorum quorum = read().coordination().quorum().known().orElseThrow();

        assertThat(quorum.leader()).isEqualTo(before.leaderId());
        assertThat(quorum.epoch()).isEqualTo(before.leaderEpoch());
        assertThat(quorum.voters())
                .containsExactlyInAnyOrderElementsOf(before.voters().stream()
                        .map(QuorumInfo.ReplicaState::replicaId)
                        .toList());
        assertThat(quorum.replicas())
                .hasSize(before.voters().size() + before.observers().size())
                .allSatisfy(
                        replica -> assertThat(replica.logEnd().orElseThrow()).isPositive());
        Quorum.Replica leader = quorum.replica(quorum.leader()).orElseThrow();
        assertThat(quorum.lag(leader)).hasValue(0L);
        assertThat(quorum.behind(leader)).hasValue(Duration.ZERO);
    }

    @Test
    void knowsTheSettingsOfEachBrokerAndWhoSetThem() throws Exception {
        KafkaClusterFacts cluster = read();

        for (KafkaNodeFacts node : cluster.nodes()) {
            var broker = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(node.id()));
            Map<String, Optional<String>> told = new HashMap<>();
            Objects.requireNonNull(admin.describeConfigs(List.of(broker))
                            .all()
                            .get(10, TimeUnit.SECONDS)
                            .get(broker))
                    .entries()
                    .forEach(entry -> told.put(entry.name(), Optional.ofNullable(entry.value())));
            BrokerSettings settings = cluster.coordination()
                    .settings(node.id())
                    .orElseThrow()
                    .known()
                    .orElseThrow();
            assertThat(settings.settings().stream().collect(Collectors.toMap(Setting::name, Setting::value)))
                    .isEqualTo(told);
            assertThat(settings.get("node.id").orElseThrow().origin()).isEqualTo(Origin.FILE);
            assertThat(settings.get("node.id").orElseThrow().needsRestart()).isTrue();
            assertThat(settings.get("log.flush.interval.messages").orElseThrow().origin())
                    .isEqualTo(Origin.DEFAULT);
        }
    }

    @Test
    void readsTheSettingsOfABrokerAgainAfterAMinute() throws Exception {
        int broker = read().nodes().getFirst().id();
        var resource = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(broker));
        set(resource, new AlterConfigOp(new ConfigEntry("num.io.threads", "9"), AlterConfigOp.OpType.SET));
        try {
            await().untilAsserted(() -> {
                clock.moveOn(Duration.ofMinutes(1));
                Setting threads = read().coordination()
                        .settings(broker)
                        .flatMap(Observed::known)
                        .flatMap(settings -> settings.get("num.io.threads"))
                        .orElseThrow();
                assertThat(threads.value()).hasValue("9");
                assertThat(threads.origin()).isEqualTo(Origin.BROKER);
            });
        } finally {
            set(resource, new AlterConfigOp(new ConfigEntry("num.io.threads", ""), AlterConfigOp.OpType.DELETE));
        }
    }

    @Test
    void knowsTransactionsThatAreOpenForLong() throws Exception {
        create("transacted", 1, Map.of());
        var settings =
                Map.<String, Object>of("bootstrap.servers", bootstrapServers(), "transactional.id", "slow-payments");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transacted", "one")).get(10, TimeUnit.SECONDS);
            assertThat(transactions()).isEmpty();

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(transactions())
                            .singleElement()
                            .satisfies(transaction -> {
                                assertThat(transaction.id()).isEqualTo("slow-payments");
                                assertThat(transaction.partitions()).containsExactly(new PartitionId("transacted", 0));
                                assertThat(transaction.timeout()).isEqualTo(Duration.ofMinutes(1));
                                assertThat(transaction.started().orElseThrow())
                                        .isBefore(Instant.now().minus(TransactionsQuestion.LONG));
                            }));

            producer.commitTransaction();
        }
        await().untilAsserted(() -> assertThat(transactions()).isEmpty());
    }

    private List<OpenTransaction> transactions() throws SourceUnavailable {
        clock.moveOn(Duration.ofSeconds(10));
        return read().coordination().transactions().known().orElseThrow();
    }

    private void set(ConfigResource resource, AlterConfigOp change) throws Exception {
        admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get(10, TimeUnit.SECONDS);
    }

    @Test
    void describesTopics() throws Exception {
        create("described", 3, Map.of(MINIMUM_IN_SYNC, "1"));

        TopicFacts topic = topic(read(), "described");

        assertThat(topic.internal()).isFalse();
        assertThat(topic.minimumInSync()).hasValue(1);
        List<Integer> brokers = read().nodes().stream().map(KafkaNodeFacts::id).toList();
        assertThat(topic.partitions()).hasSize(3).allSatisfy(partition -> {
            assertThat(partition.replicas()).isNotEmpty().isSubsetOf(brokers);
            assertThat(partition.inSync()).containsExactlyInAnyOrderElementsOf(partition.replicas());
            assertThat(partition.replicas()).contains(partition.leader().orElseThrow());
        });
    }

    @Test
    void knowsTheSettingsThatMatterAndWhoSetThem() throws Exception {
        create("configured", 1, Map.of("retention.ms", "3600000", "segment.jitter.ms", "7"));

        TopicSettings settings = topic(read(), "configured").settings();

        assertThat(settings.retentionMillis()).hasValue(3_600_000);
        assertThat(settings.get("retention.ms").orElseThrow().origin()).isEqualTo(TopicSettings.Origin.TOPIC);
        assertThat(settings.get("segment.jitter.ms").orElseThrow().value()).isEqualTo("7");
        assertThat(settings.get("cleanup.policy").orElseThrow().value()).isEqualTo("delete");
        assertThat(settings.get("cleanup.policy").orElseThrow().origin()).isNotEqualTo(TopicSettings.Origin.TOPIC);
        assertThat(settings.get("flush.messages")).isEmpty();
    }

    @Test
    void knowsTheSizeOfEachReplica() throws Exception {
        create("sized", 2, Map.of());
        clock.moveOn(Duration.ofMinutes(1));

        KafkaClusterFacts cluster = read();

        topic(cluster, "sized")
                .partitions()
                .forEach(partition -> partition
                        .replicas()
                        .forEach(replica -> assertThat(
                                        Optional.ofNullable(cluster.logDirs().get(replica))
                                                .flatMap(Observed::known)
                                                .orElseThrow()
                                                .replicas())
                                .containsKey(new PartitionId("sized", partition.number()))));
    }

    @Test
    void countsInternalTopicsToo() throws Exception {
        // whoever asks for a group's offsets makes the broker create the topic of offsets
        admin.listConsumerGroupOffsets("some-group").all().get(30, TimeUnit.SECONDS);

        await().untilAsserted(() ->
                assertThat(topic(read(), "__consumer_offsets").internal()).isTrue());
    }

    @Test
    void aTopicThatIsDeletedIsGone() throws Exception {
        create("deleted", 1, Map.of());
        assertThat(names(read())).contains("deleted");

        admin.deleteTopics(List.of("deleted")).all().get(10, TimeUnit.SECONDS);

        await().untilAsserted(() -> assertThat(names(read())).doesNotContain("deleted"));
    }

    @Test
    void readsSettingsAgainAfterAMinute() throws Exception {
        create("changed", 1, Map.of(MINIMUM_IN_SYNC, "1"));
        assertThat(topic(read(), "changed").minimumInSync()).hasValue(1);

        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, "changed"),
                        List.of(new AlterConfigOp(new ConfigEntry(MINIMUM_IN_SYNC, "2"), AlterConfigOp.OpType.SET))))
                .all()
                .get(10, TimeUnit.SECONDS);

        assertThat(topic(read(), "changed").minimumInSync()).hasValue(1);
        clock.moveOn(Duration.ofMinutes(1));
        await().untilAsserted(() -> {
            clock.moveOn(Duration.ofMinutes(1));
            assertThat(topic(read(), "changed").minimumInSync()).hasValue(2);
        });
    }

    @Test
    void knowsTheDiskOfEachBrokerAndAsksSeldom() throws Exception {
        KafkaClusterFacts cluster = read();
        assertThat(cluster.logDirs().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        cluster.nodes().stream().map(KafkaNodeFacts::id).toList());
        assertThat(cluster.logDirs().values()).allSatisfy(dirs -> {
            assertThat(dirs).isInstanceOf(Observed.Fresh.class);
            LogDirFacts disk = dirs.known().orElseThrow();
            assertThat(disk.capacity().orElseThrow()).isGreaterThan(disk.used());
            assertThat(disk.capacity().orElseThrow()).isGreaterThan(disk.free().orElseThrow());
        });

        assertThat(read().logDirs()).isEqualTo(cluster.logDirs());
        clock.moveOn(Duration.ofSeconds(15));
        assertThat(read().logDirs().values())
                .allSatisfy(dirs -> assertThat(dirs.observedAt().orElseThrow())
                        .isAfter(cluster.logDirs()
                                .values()
                                .iterator()
                                .next()
                                .observedAt()
                                .orElseThrow()
                                .plusSeconds(14)));
    }

    @Test
    void connectsAgainAfterItWasDisconnected() throws Exception {
        String uuid = read().uuid();

        facts.disconnect(connection(bootstrapServers()));

        assertThat(read().uuid()).isEqualTo(uuid);
    }

    @Test
    void leavesNoConnectionBehind() throws Exception {
        read();
        Set<Thread> before = clientThreads();

        facts.disconnect(connection(bootstrapServers()));

        await().untilAsserted(() ->
                assertThat(before.stream().filter(Thread::isAlive)).hasSize(before.size() - 1));
    }

    @Test
    void saysWhyNobodyAnswers() {
        String nowhere = "127.0.0.1:" + FreePorts.next();

        Failure failure = catchThrowableOfType(SourceUnavailable.class, () -> facts.read(connection(nowhere)))
                .failure();

        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.summary())
                .isEqualTo("Kafka cluster kafka/main does not answer: " + nowhere + " refuses connections");
    }

    @Test
    void saysThatTheNameIsUnknown() {
        Failure failure = catchThrowableOfType(
                        SourceUnavailable.class, () -> facts.read(connection("kafka.invalid:9092")))
                .failure();

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.summary()).endsWith("kafka.invalid:9092 has an unknown host name");
    }

    @Test
    void saysThatThereIsNoAddress() {
        Failure failure = catchThrowableOfType(SourceUnavailable.class, () -> facts.read(connection("kafka")))
                .failure();

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.summary()).endsWith("it has no address of the form host:port");
    }

    @Test
    void theListenerIsSeenToNeedNeitherTlsNorAuthentication() {
        assertThat(Address.all(bootstrapServers()))
                .allSatisfy(address -> assertThat(ListenerProbe.look(address, Duration.ofSeconds(2))
                                .listener())
                        .isEqualTo(Finding.Listener.PLAIN));
    }

    final KafkaClusterFacts read() throws SourceUnavailable {
        return facts.read(connection(bootstrapServers()));
    }

    static KafkaConnection connection(String bootstrapServers) {
        return new KafkaConnection(CLUSTER, bootstrapServers);
    }

    static TopicFacts topic(KafkaClusterFacts cluster, String name) {
        return cluster.topics().known().orElseThrow().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no topic " + name));
    }

    private static List<String> names(KafkaClusterFacts cluster) {
        return cluster.topics().known().orElseThrow().stream()
                .map(TopicFacts::name)
                .toList();
    }

    /** Brokers may list a new topic a moment later. */
    final void create(NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        await().until(() -> names(read()).contains(topic.name()));
    }

    private void create(String name, int partitions, Map<String, String> settings) throws Exception {
        create(new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings));
    }

    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("admin-client-thread | pilothouse"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
