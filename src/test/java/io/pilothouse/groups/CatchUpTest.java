package io.pilothouse.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Lag;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** The slow group of the scene: it falls behind, and once it is scaled up it catches up when it was said to. Plain Admin calls are the witness. */
@UsesLocalPlatform
@Isolated("measures how long something takes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatchUpTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final String GROUP = "notifications";
    private static final String TOPIC = "orders";
    private static final int PARTITIONS = 12;

    /** So many members, each with three partitions, that read so much a second: rates on which chance has little part. */
    private static final int MEMBERS = 4;

    private static final int PACE = 20;

    /** So far behind each partition is set that about as much time is left when rates are known as they took to measure. */
    private static final long BEHIND = 270;

    /** Records that are always on their way, with 30 a second written. */
    private static final long ON_THEIR_WAY = 60;

    private final Kubectl kubectl;
    private final FleetStore store;
    private final Admin kafka;

    CatchUpTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        store = console.bean(FleetStore.class);
        kafka = Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()));
    }

    @AfterAll
    void close() {
        kafka.close();
    }

    @Test
    void aGroupThatIsScaledUpCatchesUpWhenItWasSaidTo() throws Exception {
        await().atMost(SOON)
                .until(() -> group().flatMap(group -> group.lag().known())
                        .filter(lag -> lag.trend() == Lag.Trend.GROWING && lag.catchUp() instanceof CatchUp.Never)
                        .isPresent());
        scale(0);
        kubectl.run("set", "env", "-n", "shop", "deployment/notifications", "RECORDS_PER_SECOND=" + PACE);
        try {
            await().atMost(SOON).until(() -> description().groupState() == GroupState.EMPTY);
            await().atMost(LONGEST).until(() -> ends().values().stream().allMatch(end -> end > BEHIND));
            setBehind();
            scale(MEMBERS);
            await().atMost(SOON).until(() -> description().members().size() == MEMBERS);
            // what is said while members come in is of another group
            await().atMost(SOON).until(() -> predicted().isEmpty());
            await().atMost(SOON).until(() -> predicted().isPresent());
            long said = System.nanoTime();
            Duration predicted = predicted().orElseThrow();

            await().atMost(LONGEST).pollInterval(Duration.ofMillis(250)).until(() -> lag() <= ON_THEIR_WAY);

            assertThat((System.nanoTime() - said) / 1e9).isCloseTo(predicted.toMillis() / 1e3, withinPercentage(20));
        } finally {
            kubectl.run("set", "env", "-n", "shop", "deployment/notifications", "RECORDS_PER_SECOND=6");
            scale(2);
        }
    }

    private void scale(int replicas) {
        kubectl.run("scale", "-n", "shop", "deployment/notifications", "--replicas=" + replicas);
    }

    private Optional<Duration> predicted() {
        return group().flatMap(group -> group.lag().known())
                .map(Lag::catchUp)
                .flatMap(catchUp -> catchUp instanceof CatchUp.In in ? Optional.of(in.time()) : Optional.empty());
    }

    private Optional<ConsumerGroup> group() {
        return store.current()
                .cluster(new ClusterId("kafka", "main"))
                .flatMap((KafkaCluster cluster) -> cluster.group(GROUP));
    }

    private ConsumerGroupDescription description() throws Exception {
        return Objects.requireNonNull(kafka.describeConsumerGroups(List.of(GROUP))
                .all()
                .get(10, TimeUnit.SECONDS)
                .get(GROUP));
    }

    private void setBehind() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        ends().forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(Math.max(0, end - BEHIND))));
        kafka.alterConsumerGroupOffsets(GROUP, offsets).all().get(10, TimeUnit.SECONDS);
    }

    /** Records it has yet to read, over all partitions. */
    private long lag() throws Exception {
        Map<TopicPartition, Long> ends = ends();
        return kafka
                .listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get(10, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .mapToLong(committed -> Objects.requireNonNull(ends.get(committed.getKey()))
                        - committed.getValue().offset())
                .sum();
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(number -> new TopicPartition(TOPIC, number), _ -> OffsetSpec.latest()));
        return kafka.listOffsets(wanted).all().get(10, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
