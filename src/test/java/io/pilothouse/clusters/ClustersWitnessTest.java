package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.Topic;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of the scene's Kafka cluster agrees with what plain Admin calls say of it. */
@UsesLocalPlatform
class ClustersWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final ClusterId MAIN = new ClusterId("kafka", "main");

    private final FleetStore store;
    private final Admin admin;

    ClustersWitnessTest(LocalPlatform platform, RunningConsole console) {
        store = console.bean(FleetStore.class);
        admin = Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()));
    }

    @BeforeEach
    void isInThePicture() {
        await().atMost(SOON)
                .until(() -> store.current().cluster(MAIN).stream()
                        .anyMatch(cluster -> cluster.topics().known().isPresent() && cluster.brokersUp() == 3));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void leadersReplicasAndInSyncSetsAreKafkas() {
        await().atMost(SOON).untilAsserted(() -> {
            Map<PartitionId, String> witness = new HashMap<>();
            descriptions()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> witness.put(
                                    new PartitionId(topic.name(), partition.partition()),
                                    partition.leader().id() + " " + ids(partition.replicas()) + " "
                                            + Set.copyOf(ids(partition.isr())))));
            Map<PartitionId, String> shown = new HashMap<>();
            topics().forEach(topic -> topic.partitions()
                    .forEach(partition -> shown.put(
                            new PartitionId(topic.id().name(), partition.number()),
                            partition.leader().orElse(-1) + " " + partition.replicas() + " "
                                    + Set.copyOf(partition.inSync()))));
            assertThat(shown).isNotEmpty().isEqualTo(witness);
        });
    }

    @Test
    void whatEachBrokerLeadsAndHoldsIsKafkas() {
        await().atMost(SOON).untilAsserted(() -> {
            List<TopicPartitionInfo> partitions = descriptions().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .toList();
            for (Broker broker : cluster().brokers()) {
                Broker.Load load = broker.load().known().orElseThrow();
                assertThat(load.leaders()).isEqualTo((int) partitions.stream()
                        .filter(partition -> partition.leader().id() == broker.id())
                        .count());
                assertThat(load.replicas()).isEqualTo((int) partitions.stream()
                        .filter(partition -> ids(partition.replicas()).contains(broker.id()))
                        .count());
            }
        });
    }

    @Test
    void whatWouldBeLostWithEachBrokerIsWhatItsPartitionsSay() {
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, Integer> minimum = minimumInSync();
            for (int broker : List.of(0, 1, 2)) {
                int offline = 0;
                int belowMinimum = 0;
                for (TopicDescription topic : descriptions()) {
                    for (TopicPartitionInfo partition : topic.partitions()) {
                        Set<Integer> left = new HashSet<>(ids(partition.isr()));
                        boolean loses = left.remove(broker);
                        int least =
                                Optional.ofNullable(minimum.get(topic.name())).orElseThrow();
                        offline += loses && left.isEmpty() ? 1 : 0;
                        belowMinimum += loses && !left.isEmpty() && left.size() == least - 1 ? 1 : 0;
                    }
                }
                Loss shown = WhatIf.ofBroker(cluster(), broker).orElseThrow();
                assertThat(shown.offline()).isEqualTo(offline);
                assertThat(shown.belowMinimum()).isEqualTo(belowMinimum);
            }
        });
    }

    @Test
    void endOffsetsLieBetweenWhatKafkaSaysBeforeAndAfter() throws Exception {
        Map<PartitionId, Long> before = ends();
        Instant asked = Instant.now();

        await().atMost(SOON)
                .until(() -> partitions(Partition::end).values().stream()
                        .allMatch(end ->
                                end.observedAt().filter(at -> at.isAfter(asked)).isPresent()));
        Map<PartitionId, Observed<Long>> shown = partitions(Partition::end);
        Map<PartitionId, Long> after = ends();

        assertThat(shown.keySet()).containsAll(before.keySet());
        before.forEach((partition, least) -> assertThat(Optional.ofNullable(shown.get(partition))
                        .flatMap(Observed::known)
                        .orElseThrow())
                .as(partition.toString())
                .isBetween(least, Optional.ofNullable(after.get(partition)).orElseThrow()));
    }

    @Test
    void diskUseLiesBetweenWhatBrokersSayBeforeAndAfter() throws Exception {
        Map<Integer, Long> before = used();
        Instant asked = Instant.now();

        await().atMost(SOON)
                .until(() -> cluster().brokers().stream()
                        .allMatch(broker -> broker.disk()
                                .observedAt()
                                .filter(at -> at.isAfter(asked))
                                .isPresent()));
        KafkaCluster shown = cluster();
        Map<Integer, Long> after = used();

        for (Broker broker : shown.brokers()) {
            Broker.Disk disk = broker.disk().known().orElseThrow();
            assertThat(disk.used().bytes())
                    .isBetween(
                            Optional.ofNullable(before.get(broker.id())).orElseThrow(),
                            Optional.ofNullable(after.get(broker.id())).orElseThrow());
            assertThat(disk.dirs())
                    .singleElement()
                    .satisfies(dir -> assertThat(dir.used()).isEqualTo(disk.used()));
        }
    }

    @Test
    void theQuorumIsTheControllers() throws Exception {
        QuorumInfo witness = admin.describeMetadataQuorum().quorumInfo().get(20, TimeUnit.SECONDS);

        Quorum shown = cluster().coordination().quorum().known().orElseThrow();

        assertThat(shown.leader()).isEqualTo(witness.leaderId());
        assertThat(cluster().controller().known()).hasValue(witness.leaderId());
        assertThat(shown.voters())
                .containsExactlyInAnyOrderElementsOf(witness.voters().stream()
                        .map(QuorumInfo.ReplicaState::replicaId)
                        .toList());
    }

    private KafkaCluster cluster() {
        return store.current().cluster(MAIN).orElseThrow();
    }

    private List<Topic> topics() {
        return cluster().topics().known().orElseThrow();
    }

    private <V> Map<PartitionId, V> partitions(Function<Partition, V> figure) {
        Map<PartitionId, V> figures = new TreeMap<>();
        topics().forEach(topic -> topic.partitions()
                .forEach(partition ->
                        figures.put(new PartitionId(topic.id().name(), partition.number()), figure.apply(partition))));
        return figures;
    }

    private List<TopicDescription> descriptions() throws Exception {
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get(20, TimeUnit.SECONDS);
        return List.copyOf(admin.describeTopics(names)
                .allTopicNames()
                .get(20, TimeUnit.SECONDS)
                .values());
    }

    private Map<String, Integer> minimumInSync() throws Exception {
        List<ConfigResource> topics = descriptions().stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        return admin.describeConfigs(topics).all().get(20, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name(),
                        entry -> Integer.valueOf(entry.getValue().entries().stream()
                                .filter(setting -> setting.name().equals("min.insync.replicas"))
                                .findFirst()
                                .orElseThrow()
                                .value())));
    }

    private Map<PartitionId, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> asked = descriptions().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get(20, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new PartitionId(
                                entry.getKey().topic(), entry.getKey().partition()),
                        entry -> entry.getValue().offset()));
    }

    private Map<Integer, Long> used() throws Exception {
        return admin.describeLogDirs(List.of(0, 1, 2)).allDescriptions().get(20, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().values().stream()
                                .flatMap(dir -> dir.replicaInfos().values().stream())
                                .mapToLong(ReplicaInfo::size)
                                .sum()));
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }
}
