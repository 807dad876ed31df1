package io.pilothouse.kafka;

import static io.pilothouse.kafka.KafkaFactsContract.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup.Type;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.GroupFacts;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.ProgressFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.testbed.RunsAlongside;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;

/** How far partitions of three real brokers are written, and groups of each type have read them; plain Admin calls are the witness. */
@RunsAlongside
class ProgressReadingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 3;
    private static final int RECORDS = 20;

    private static ThreeBrokers brokers;
    private static Admin admin;

    private final SettableClock clock = new SettableClock();
    private AdminKafkaFacts facts;
    private GroupMembers members;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        brokers = new ThreeBrokers(directory);
        brokers.startAll();
        admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close(Duration.ZERO);
        brokers.close();
    }

    @BeforeEach
    void connect() throws Exception {
        brokers.startAll();
        facts = new AdminKafkaFacts(new Binder().bindOrCreate("pilothouse.kafka", KafkaProperties.class), clock);
        members = new GroupMembers(brokers.bootstrapServers());
        await().atMost(PATIENCE)
                .ignoreException(SourceUnavailable.class)
                .until(() -> cluster().nodes().stream()
                                .allMatch(node -> node.answered().problem().isEmpty())
                        && cluster().nodes().size() == 3);
    }

    @AfterEach
    void disconnect() throws Exception {
        members.close();
        facts.close();
    }

    @Test
    void endOffsetsAreThoseOfAPlainCall() throws Exception {
        create("written");
        members.produce("written", PARTITIONS, RECORDS);

        ProgressFacts progress = progress();

        assertThat(known(progress, "written")).isEqualTo(plainEnds("written")).hasSize(PARTITIONS);
        assertThat(known(progress, "written").values()).containsOnly((long) RECORDS);
    }

    @ParameterizedTest
    @CsvSource({"classic, CLASSIC, range", "consumer, CONSUMER, uniform"})
    void readsTheGroupsThatShareOutPartitions(String protocol, Type type, String assignor) throws Exception {
        String topic = "read-by-" + protocol;
        create(topic);
        members.produce(topic, PARTITIONS, RECORDS);
        members.read("readers-" + protocol, protocol, topic, PARTITIONS * RECORDS);

        GroupFacts group = group(progress(), "readers-" + protocol);

        assertThat(group.type()).isEqualTo(type);
        assertThat(group.protocol()).isEqualTo("consumer");
        GroupFacts.Description description = known(group.description());
        assertThat(description.state()).isEqualTo("Stable");
        assertThat(description.assignor()).isEqualTo(assignor);
        assertThat(description.coordinator()).isPresent();
        assertThat(description.members()).singleElement().satisfies(member -> {
            assertThat(member.clientId()).isEqualTo("readers-" + protocol + "-client");
            assertThat(member.host()).startsWith("127.");
            assertThat(member.assigned()).containsExactlyInAnyOrderElementsOf(partitions(topic));
        });
        assertThat(known(group.committed())).isEqualTo(plainCommitted("readers-" + protocol));
    }

    @Test
    void readsShareGroups() throws Exception {
        create("shared");
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.GROUP, "sharers"),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                .all()
                .get(30, TimeUnit.SECONDS);
        members.produce("shared", PARTITIONS, RECORDS);
        members.share("sharers", "shared", PARTITIONS * RECORDS);

        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).untilAsserted(() -> {
            GroupFacts group = group(progress(), "sharers");
            assertThat(group.type()).isEqualTo(Type.SHARE);
            assertThat(known(group.description()).members())
                    .singleElement()
                    .satisfies(member ->
                            assertThat(member.assigned()).containsExactlyInAnyOrderElementsOf(partitions("shared")));
            assertThat(known(group.committed()))
                    .isEqualTo(partitions("shared").stream()
                            .collect(Collectors.toMap(partition -> partition, _ -> (long) RECORDS)));
        });
    }

    @Test
    void readsStreamsGroups() throws Exception {
        create("streamed");
        members.produce("streamed", PARTITIONS, RECORDS);
        members.stream("application", "streamed", PARTITIONS * RECORDS);

        GroupFacts group = group(progress(), "application");

        assertThat(group.type()).isEqualTo(Type.STREAMS);
        assertThat(known(group.description()).members())
                .singleElement()
                .satisfies(member ->
                        assertThat(member.assigned()).containsExactlyInAnyOrderElementsOf(partitions("streamed")));
        assertThat(known(group.committed()).values()).containsOnly((long) RECORDS);
    }

    @Test
    void aGroupWithoutMembersIsStillThereAndADeletedOneIsGone() throws Exception {
        create("left");
        members.produce("left", PARTITIONS, RECORDS);
        members.read("leavers", "classic", "left", PARTITIONS * RECORDS).close();

        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).untilAsserted(() -> {
            GroupFacts.Description description =
                    known(group(progress(), "leavers").description());
            assertThat(description.state()).isEqualTo("Empty");
            assertThat(description.members()).isEmpty();
        });
        assertThat(group(progress(), "leavers").committed().known().orElseThrow())
                .hasSize(PARTITIONS);

        admin.deleteConsumerGroups(List.of("leavers")).all().get(30, TimeUnit.SECONDS);

        await().atMost(PATIENCE)
                .ignoreException(SourceUnavailable.class)
                .untilAsserted(() -> assertThat(names(progress())).doesNotContain("leavers"));
    }

    @Test
    void namesTheOffsetOfAMoment() throws Exception {
        create("timed");
        Instant before = clock.instant();
        members.produce("timed", PARTITIONS, RECORDS);
        PartitionId partition = new PartitionId("timed", 1);
        progress();

        assertThat(facts.offsetsAt(connection(brokers.bootstrapServers()), Map.of(partition, before)))
                .isEqualTo(Map.of(partition, 0L));
        Instant later = clock.instant().plusSeconds(60);
        assertThat(facts.offsetsAt(connection(brokers.bootstrapServers()), Map.of(partition, later)))
                .isEqualTo(Map.of(partition, (long) RECORDS));
    }

    @Test
    void namesWhenTheLastRecordWasWritten() throws Exception {
        create("last");
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        members.produce("last", 1, RECORDS);
        progress();

        Map<PartitionId, Instant> last =
                facts.lastRecords(connection(brokers.bootstrapServers()), Set.copyOf(partitions("last")));

        assertThat(last).containsOnlyKeys(new PartitionId("last", 0));
        assertThat(last.values()).allSatisfy(at -> assertThat(at).isBetween(before, clock.instant()));
    }

    @Test
    void aKilledBrokerMakesOnlyWhatItKeepsOld() throws Exception {
        create("survivor");
        members.produce("survivor", PARTITIONS, RECORDS);
        for (int number = 0; number < 6; number++) {
            members.read("survivors-" + number, "classic", "survivor", PARTITIONS * RECORDS);
        }
        ProgressFacts well = progress();
        int victim = leader("survivor", 0);
        brokers.kill(victim);

        KafkaClusterFacts cluster = cluster();
        long begin = System.nanoTime();
        ProgressFacts progress = facts.readProgress(connection(brokers.bootstrapServers()), cluster);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        Map<PartitionId, Integer> leaders = leaders(cluster, "survivor");
        assertThat(leaders.values()).contains(victim);
        leaders.forEach((partition, leader) -> assertThat(progress.ends().get(partition))
                .as("%s, led by broker %s", partition, leader)
                .isInstanceOf(leader == victim ? Observed.Stale.class : Observed.Fresh.class));
        assertThat(known(progress, "survivor")).isEqualTo(known(well, "survivor"));
        assertThat(names(progress)).containsAll(names(well));
        for (int number = 0; number < 6; number++) {
            GroupFacts before = group(well, "survivors-" + number);
            int coordinator =
                    before.description().known().orElseThrow().coordinator().orElseThrow();
            GroupFacts after = group(progress, "survivors-" + number);
            assertThat(after.committed().known()).isEqualTo(before.committed().known());
            assertThat(after.committed())
                    .as("%s, kept by broker %s", after.name(), coordinator)
                    .isInstanceOf(coordinator == victim ? Observed.Stale.class : Observed.Fresh.class);
        }

        await().atMost(PATIENCE).ignoreException(SourceUnavailable.class).untilAsserted(() -> {
            ProgressFacts later = progress();
            assertThat(later.groups()).isInstanceOf(Observed.Fresh.class);
            assertThat(later.ends().entrySet())
                    .filteredOn(end -> end.getKey().topic().equals("survivor"))
                    .allSatisfy(end -> assertThat(end.getValue()).isInstanceOf(Observed.Fresh.class));
            assertThat(group(later, "survivors-0").committed()).isInstanceOf(Observed.Fresh.class);
        });
    }

    @Test
    void aPartitionWithoutALeaderIsNotWaitedFor() throws Exception {
        admin.createTopics(List.of(new NewTopic("alone", Map.of(0, List.of(2)))))
                .all()
                .get(30, TimeUnit.SECONDS);
        await().until(() -> !leaders(cluster(), "alone").isEmpty());
        progress();
        brokers.kill(2);
        await().atMost(PATIENCE).until(() -> leaders(cluster(), "alone").isEmpty());
        await().atMost(PATIENCE).until(() -> progress().groups().problem().isEmpty());
        KafkaClusterFacts cluster = cluster();

        long begin = System.nanoTime();
        ProgressFacts progress = facts.readProgress(connection(brokers.bootstrapServers()), cluster);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(progress.ends().get(new PartitionId("alone", 0)))
                .isInstanceOfSatisfying(
                        Observed.Stale.class,
                        stale -> assertThat(stale.failure().summary()).isEqualTo("The partition has no leader"));
    }

    private KafkaClusterFacts cluster() throws SourceUnavailable {
        return facts.read(connection(brokers.bootstrapServers()));
    }

    private ProgressFacts progress() throws SourceUnavailable {
        return facts.readProgress(connection(brokers.bootstrapServers()), cluster());
    }

    private void create(String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 3)))
                .all()
                .get(30, TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> leaders(cluster(), topic).size() == PARTITIONS);
    }

    private int leader(String topic, int partition) throws SourceUnavailable {
        return Optional.ofNullable(leaders(cluster(), topic).get(new PartitionId(topic, partition)))
                .orElseThrow();
    }

    private static Map<PartitionId, Integer> leaders(KafkaClusterFacts cluster, String topic) {
        Map<PartitionId, Integer> leaders = new HashMap<>();
        cluster.topics().known().orElseThrow().stream()
                .filter(facts -> facts.name().equals(topic))
                .map(TopicFacts::partitions)
                .flatMap(Collection::stream)
                .forEach(partition -> partition
                        .leader()
                        .ifPresent(leader -> leaders.put(new PartitionId(topic, partition.number()), leader)));
        return leaders;
    }

    private static Map<PartitionId, Long> known(ProgressFacts progress, String topic) {
        return progress.ends().entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().known().orElseThrow()));
    }

    private static <T> T known(Observed<T> observed) {
        return observed.known()
                .orElseThrow(() -> new AssertionError(observed.problem().orElseThrow()));
    }

    private static GroupFacts group(ProgressFacts progress, String name) {
        return known(progress.groups()).stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + name));
    }

    private static List<String> names(ProgressFacts progress) {
        return known(progress.groups()).stream().map(GroupFacts::name).toList();
    }

    private static List<PartitionId> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionId(topic, number))
                .toList();
    }

    private static Map<PartitionId, Long> plainEnds(String topic) throws Exception {
        Map<PartitionId, Long> ends = new HashMap<>();
        for (PartitionId partition : partitions(topic)) {
            TopicPartition kafkas = new TopicPartition(partition.topic(), partition.number());
            ends.put(
                    partition,
                    admin.listOffsets(Map.of(kafkas, OffsetSpec.latest()))
                            .partitionResult(kafkas)
                            .get(30, TimeUnit.SECONDS)
                            .offset());
        }
        return ends;
    }

    private static Map<PartitionId, Long> plainCommitted(String group) throws Exception {
        return admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(30, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        offset -> new PartitionId(
                                offset.getKey().topic(), offset.getKey().partition()),
                        offset -> offset.getValue().offset()));
    }
}
