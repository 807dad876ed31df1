package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.Reassignment;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.testbed.RunsAlongside;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on three real brokers, and what holds when brokers die, hang and come back. */
@RunsAlongside
class AdminKafkaFactsTest extends KafkaFactsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration WITH_A_DEAD_BROKER = Duration.ofSeconds(3);

    private static ThreeBrokers brokers;

    private record Timed(KafkaClusterFacts cluster, Instant begin, Duration duration) {}

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        brokers = new ThreeBrokers(directory);
    }

    @AfterAll
    static void stop() {
        brokers.close();
    }

    @Override
    String bootstrapServers() {
        return brokers.bootstrapServers();
    }

    @BeforeEach
    void allIsWell() throws Exception {
        brokers.startAll();
        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).until(() -> isWell(read()));
    }

    @Test
    void knowsTheRackOfEachBroker() throws Exception {
        assertThat(read().nodes())
                .extracting(node -> node.id() + " " + node.rack().orElseThrow())
                .containsExactly("0 zone-0", "1 zone-1", "2 zone-2");
    }

    @Test
    void knowsPartitionsOnTheMove() throws Exception {
        int dead = follower();
        int stays = (dead + 1) % 3;
        int leaves = (dead + 2) % 3;
        create(new NewTopic("moving", Map.of(0, List.of(leaves, stays))));
        TopicPartition partition = new TopicPartition("moving", 0);
        brokers.kill(dead);
        try {
            admin.alterPartitionReassignments(
                            Map.of(partition, Optional.of(new NewPartitionReassignment(List.of(stays, dead)))))
                    .all()
                    .get(20, TimeUnit.SECONDS);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(read().coordination()
                                    .reassignments()
                                    .known()
                                    .orElseThrow())
                            .containsExactly(
                                    new Reassignment(new PartitionId("moving", 0), List.of(dead), List.of(leaves))));
        } finally {
            brokers.start(dead);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                read().coordination().reassignments().known().orElseThrow())
                        .isEmpty());
    }

    @Test
    void aKilledBrokerIsKnownToBeSilentAndHidesNothingElse() throws Exception {
        create(new NewTopic("replicated", 6, (short) 3));
        int victim = follower();
        brokers.kill(victim);

        Timed reading = timed();

        assertThat(reading.duration()).isLessThan(WITH_A_DEAD_BROKER);
        assertSilent(reading.cluster(), victim, Failure.Kind.UNREACHABLE, "refuses connections");
        assertOthersAnswer(reading, victim);
        assertThat(reading.cluster().topics()).isInstanceOf(Observed.Fresh.class);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(node(read(), victim).fenced()).isTrue();
            assertThat(topic(read(), "replicated").partitions())
                    .allSatisfy(partition -> assertThat(partition.inSync())
                            .doesNotContain(victim)
                            .hasSize(2));
        });
        Timed later = timed();
        assertThat(node(later.cluster(), victim)
                        .answered()
                        .problem()
                        .orElseThrow()
                        .summary())
                .isEqualTo("Broker " + victim + " is fenced by the controller");
        assertOthersAnswer(later, victim);
        Quorum quorum = later.cluster().coordination().quorum().known().orElseThrow();
        assertThat(quorum.behind(quorum.replica(victim).orElseThrow()).orElseThrow())
                .isPositive();
        assertThat(later.cluster().coordination().settings(victim).orElseThrow())
                .isInstanceOf(Observed.Stale.class);
    }

    @Test
    void aBrokerThatIsStartedAgainIsSeenAgain() throws Exception {
        brokers.kill(2);
        assertThat(node(read(), 2).answered().problem()).isPresent();

        brokers.start(2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node(read(), 2).answered()).isInstanceOf(Observed.Fresh.class));
        await().atMost(PATIENCE).untilAsserted(() -> {
            clock.moveOn(Duration.ofSeconds(15));
            assertThat(read().logDirs().get(2)).isInstanceOf(Observed.Fresh.class);
        });
    }

    @Test
    void aHangingBrokerHoldsUpNobody() throws Exception {
        int victim = follower();
        brokers.suspend(victim);
        try {
            Timed first = timed();
            assertThat(first.duration()).isLessThan(WITH_A_DEAD_BROKER);
            assertSilent(first.cluster(), victim, Failure.Kind.TIMEOUT, "accepts connections, but does not answer");
            assertOthersAnswer(first, victim);

            await().atMost(PATIENCE).until(() -> {
                Timed reading = timed();
                assertThat(reading.duration()).isLessThan(WITH_A_DEAD_BROKER);
                assertOthersAnswer(reading, victim);
                assertThat(reading.cluster().topics()).isInstanceOf(Observed.Fresh.class);
                return node(reading.cluster(), victim).fenced();
            });
        } finally {
            brokers.resume(victim);
        }
        await().atMost(PATIENCE).until(() -> isWell(read()));
    }

    @Test
    void aHangingControllerIsTheLastOneKnown() throws Exception {
        int victim = controller();
        brokers.suspend(victim);
        try {
            Timed reading = timed();

            assertThat(reading.duration()).isLessThan(WITH_A_DEAD_BROKER);
            assertThat(reading.cluster().controller()).isInstanceOfSatisfying(Observed.Stale.class, stale -> {
                assertThat(stale.content()).isEqualTo(victim);
                assertThat(stale.failure().kind()).isEqualTo(Failure.Kind.TIMEOUT);
            });
            assertThat(reading.cluster().voters().known().orElseThrow()).containsExactlyInAnyOrder(0, 1, 2);
            assertOthersAnswer(reading, victim);
            assertThat(reading.cluster().topics()).isInstanceOf(Observed.Fresh.class);
        } finally {
            brokers.resume(victim);
        }
        await().atMost(PATIENCE).until(() -> isWell(read()));
    }

    @Test
    void withoutAQuorumTheLastBrokerStillTells() throws Exception {
        create(new NewTopic("survivor", 1, (short) 3));
        brokers.kill(0);
        brokers.kill(1);

        Timed reading = timed();

        assertThat(reading.duration()).isLessThan(WITH_A_DEAD_BROKER);
        assertSilent(reading.cluster(), 0, Failure.Kind.UNREACHABLE, "refuses connections");
        assertSilent(reading.cluster(), 1, Failure.Kind.UNREACHABLE, "refuses connections");
        assertThat(node(reading.cluster(), 2).answered()).isInstanceOf(Observed.Fresh.class);
        assertThat(topic(reading.cluster(), "survivor").partitions()).hasSize(1);
    }

    @Test
    void withoutAnyBrokerItSaysSoSoonAndRecovers() throws Exception {
        for (int id = 0; id < 3; id++) {
            brokers.kill(id);
        }
        long begin = System.nanoTime();

        Failure failure =
                catchThrowableOfType(SourceUnavailable.class, this::read).failure();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.summary())
                .startsWith("Kafka cluster kafka/main does not answer: ")
                .endsWith("refuses connections");
        assertThat(failure.meaning()).isNotBlank();
        assertThat(failure.remedy()).isNotBlank();

        brokers.startAll();
        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).until(() -> isWell(read()));
    }

    @Test
    void whenAllHangItSaysSoToo() throws Exception {
        List<Integer> all = List.of(0, 1, 2);
        for (int id : all) {
            brokers.suspend(id);
        }
        try {
            Failure failure =
                    catchThrowableOfType(SourceUnavailable.class, this::read).failure();

            assertThat(failure.kind()).isEqualTo(Failure.Kind.TIMEOUT);
            assertThat(failure.summary()).endsWith("accepts connections, but does not answer");
        } finally {
            for (int id : all) {
                brokers.resume(id);
            }
        }
        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).until(() -> isWell(read()));
    }

    @Test
    void readsFiveHundredTopics() throws Exception {
        List<NewTopic> topics = IntStream.range(0, 500)
                .mapToObj(i -> new NewTopic("many-" + i, 4, (short) 2).configs(Map.of("min.insync.replicas", "2")))
                .toList();
        admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
        try {
            await().untilAsserted(() -> {
                KafkaClusterFacts cluster = read();
                assertThat(cluster.topics()).isInstanceOf(Observed.Fresh.class);
                assertThat(many(cluster)).hasSize(500).allSatisfy(topic -> {
                    assertThat(topic.minimumInSync()).hasValue(2);
                    assertThat(topic.partitions()).hasSize(4);
                });
            });
            assertThat(timed().duration()).isLessThan(Duration.ofSeconds(2));
        } finally {
            admin.deleteTopics(topics.stream().map(NewTopic::name).toList())
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void neverReadsOneClusterTwiceAtOnce() throws Exception {
        int victim = follower();
        brokers.suspend(victim);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Callable<KafkaClusterFacts>> two = List.of(this::read, this::read);
            for (Future<KafkaClusterFacts> reading : threads.invokeAll(two)) {
                assertSilent(reading.get(), victim, Failure.Kind.TIMEOUT, "does not answer");
            }
            Duration onceADeadBroker = Duration.ofMillis(1200);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(onceADeadBroker.multipliedBy(2));
        } finally {
            brokers.resume(victim);
        }
    }

    private Timed timed() throws SourceUnavailable {
        Instant begin = clock.instant();
        long nanos = System.nanoTime();
        KafkaClusterFacts cluster = read();
        return new Timed(cluster, begin, Duration.ofNanos(System.nanoTime() - nanos));
    }

    private int controller() throws SourceUnavailable {
        return read().controller().known().orElseThrow();
    }

    private int follower() throws SourceUnavailable {
        return (controller() + 1) % 3;
    }

    private static boolean isWell(KafkaClusterFacts cluster) {
        return cluster.nodes().size() == 3
                && cluster.nodes().stream()
                        .allMatch(node -> node.answered().problem().isEmpty())
                && cluster.controller().problem().isEmpty()
                && cluster.topics().problem().isEmpty()
                && cluster.topics().known().orElseThrow().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition -> partition.leader().isPresent()
                                && partition.inSync().size()
                                        == partition.replicas().size());
    }

    private static void assertSilent(KafkaClusterFacts cluster, int id, Failure.Kind kind, String words) {
        assertThat(node(cluster, id).answered()).isInstanceOfSatisfying(Observed.Stale.class, answered -> {
            assertThat(answered.failure().kind()).isEqualTo(kind);
            assertThat(answered.failure().summary())
                    .startsWith("Broker " + id + " does not answer: ")
                    .contains(words);
        });
        assertThat(Optional.ofNullable(cluster.logDirs().get(id)).orElseThrow().problem())
                .isPresent();
    }

    private static void assertOthersAnswer(Timed reading, int silent) {
        assertThat(reading.cluster().nodes())
                .hasSize(3)
                .filteredOn(node -> node.id() != silent)
                .allSatisfy(node -> {
                    assertThat(node.answered()).isInstanceOf(Observed.Fresh.class);
                    assertThat(node.answered().observedAt().orElseThrow()).isAfterOrEqualTo(reading.begin());
                });
    }

    private static KafkaNodeFacts node(KafkaClusterFacts cluster, int id) {
        return cluster.nodes().stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no broker " + id));
    }

    private static List<TopicFacts> many(KafkaClusterFacts cluster) {
        return cluster.topics().known().orElseThrow().stream()
                .filter(topic -> topic.name().startsWith("many-"))
                .toList();
    }
}
