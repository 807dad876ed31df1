package io.pilothouse.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of the scene's groups agrees with what plain Admin calls say of them. */
@UsesLocalPlatform
class GroupsWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final ClusterId MAIN = new ClusterId("kafka", "main");

    /** How far a group has read, and how far there is to read, at some time. */
    private record Progress(Map<PartitionId, Long> committed, Map<PartitionId, Long> ends) {}

    private final FleetStore store;
    private final Admin admin;

    GroupsWitnessTest(LocalPlatform platform, RunningConsole console) {
        store = console.bean(FleetStore.class);
        admin = Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()));
    }

    @BeforeEach
    void isInThePicture() {
        await().atMost(SOON)
                .until(() -> store.current().cluster(MAIN).stream()
                        .flatMap(cluster -> cluster.group("warehouse-loader").stream())
                        .anyMatch(group -> group.lag().known().isPresent()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void groupsAreKafkas() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                groups().stream().map(group -> group.id().name()))
                        .containsExactlyInAnyOrderElementsOf(admin.listGroups().all().get(20, TimeUnit.SECONDS).stream()
                                .map(GroupListing::groupId)
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notifications", "warehouse-loader", "payments"})
    void lagLiesBetweenWhatKafkaSaysBeforeAndAfter(String name) throws Exception {
        Progress before = progress(name);
        Instant asked = Instant.now();

        await().atMost(SOON).until(() -> isFrom(group(name), asked));
        ConsumerGroup shown = group(name);
        Progress after = progress(name);

        List<GroupPartition> partitions = shown.partitions().known().orElseThrow();
        assertThat(partitions.stream().map(GroupPartition::id))
                .containsExactlyInAnyOrderElementsOf(after.committed().keySet());
        for (GroupPartition partition : partitions) {
            PartitionId id = partition.id();
            long least = Math.max(0, of(before.ends(), id) - of(after.committed(), id));
            long most = of(after.ends(), id) - of(before.committed(), id);
            assertThat(partition.committed().orElseThrow())
                    .as(id.toString())
                    .isBetween(of(before.committed(), id), of(after.committed(), id));
            assertThat(partition.lag().orElseThrow()).as(id.toString()).isBetween(least, most);
        }
        assertThat(shown.lag().known().orElseThrow().messages().orElseThrow())
                .isEqualTo(partitions.stream()
                        .mapToLong(partition -> partition.lag().orElseThrow())
                        .sum());
    }

    @Test
    void membersAndWhatTheyReadAreKafkas() {
        await().atMost(SOON).untilAsserted(() -> {
            ConsumerGroup shown = group("notifications");
            Map<String, Set<PartitionId>> witness =
                    admin
                            .describeConsumerGroups(List.of("notifications"))
                            .all()
                            .get(20, TimeUnit.SECONDS)
                            .values()
                            .stream()
                            .flatMap(group -> group.members().stream())
                            .collect(Collectors.toMap(MemberDescription::consumerId, GroupsWitnessTest::assigned));
            assertThat(shown.members().stream()
                            .collect(Collectors.toMap(Member::id, member -> new HashSet<>(member.assigned()))))
                    .isNotEmpty()
                    .isEqualTo(witness);
        });
    }

    /** Whether all that its lag is made of was read after this moment. */
    private static boolean isFrom(ConsumerGroup group, Instant moment) {
        return group.lag().observedAt().filter(moment::isBefore).isPresent()
                && group.partitions().known().orElse(List.of()).stream()
                        .allMatch(partition -> partition
                                .end()
                                .observedAt()
                                .filter(moment::isBefore)
                                .isPresent());
    }

    private List<ConsumerGroup> groups() {
        return store.current().cluster(MAIN).orElseThrow().groups().known().orElseThrow();
    }

    private ConsumerGroup group(String name) {
        return store.current().cluster(MAIN).orElseThrow().group(name).orElseThrow();
    }

    private Progress progress(String group) throws Exception {
        Map<TopicPartition, Long> committed = admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(20, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
        Map<TopicPartition, Long> ends = admin
                .listOffsets(committed.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                .all()
                .get(20, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
        return new Progress(byId(committed), byId(ends));
    }

    private static Map<PartitionId, Long> byId(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream().collect(Collectors.toMap(entry -> id(entry.getKey()), Map.Entry::getValue));
    }

    private static long of(Map<PartitionId, Long> offsets, PartitionId id) {
        return Optional.ofNullable(offsets.get(id)).orElseThrow();
    }

    private static Set<PartitionId> assigned(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .map(GroupsWitnessTest::id)
                .collect(Collectors.toSet());
    }

    private static PartitionId id(TopicPartition partition) {
        return new PartitionId(partition.topic(), partition.partition());
    }
}
