package io.pilothouse.topics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ByteSize;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.StrimziResources.Resource;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.TopicSettings.Origin;
import io.pilothouse.fleet.TopicSettings.Setting;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages of topics say, and to whom. */
class TopicWordsTest {

    private static final WorkloadId NOTIFICATIONS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "notifications");
    private static final Sight ALL = new Sight(Set.of(ReadableKind.values()), Map.of(), Set.of(SampleFleet.MAIN));
    private static final Sight DEVELOPER =
            new Sight(Set.of(), Map.of(ReadableKind.DEPLOYMENTS, Set.of("shop")), Set.of());

    private static final ConsumerGroup SLOW = SampleGroup.of("notifications")
            .health(Health.degraded("falls further behind"))
            .behind(12_400, Duration.ofMinutes(12), Trend.GROWING, new CatchUp.Never())
            .member("notifications-7c9f-4kq2x", NOTIFICATIONS, 0, 1, 2, 3, 4, 5)
            .build();
    private static final Topic ORDERS =
            SampleTopic.of("orders").readBy("notifications").build();
    private static final Topic UNREAD = SampleTopic.of("audit").build();

    @Test
    void theListSaysHowTopicsAreAndWhatNothingReads() {
        assertThat(list(ORDERS, UNREAD)).isEqualTo(new Answer("All 2 topics are healthy", "Nothing reads audit."));
        assertThat(list(ORDERS, SampleTopic.of("x").zones("a").readBy("g").build())
                        .rest())
                .isEqualTo("1 topic has partitions with all replicas in one zone.");
        assertThat(list(ORDERS, SampleTopic.of("__consumer_offsets").internal().build())
                        .rest())
                .isEmpty();
    }

    @Test
    void aTopicsPageSaysWhoReadsIt() {
        assertThat(TopicAnswer.of(shown(ORDERS)))
                .isEqualTo(
                        new Answer(
                                "All 12 partitions are fully in sync",
                                "Written at 30 records a second. One consumer group reads it, notifications, is 12 min behind."));
        assertThat(TopicAnswer.of(shown(UNREAD)).rest()).endsWith("No consumer group reads it.");
    }

    @Test
    void aTopicInTroubleSaysThatFirst() {
        Topic atMinimum = SampleTopic.of("orders")
                .inSync(0, 1)
                .health(Health.degraded("all 12 partitions at min.insync.replicas"))
                .build();

        assertThat(TopicAnswer.of(shown(atMinimum)).headline()).isEqualTo("All 12 partitions at min.insync.replicas");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "delete, 604800000, -1, 7 d",
                "delete, 21600000, 1073741824, '6 h, 1.1 GB'",
                "delete, -1, -1, for ever",
                "compact, 604800000, -1, compacted",
                "'compact,delete', 86400000, -1, '1 d, compacted'"
            })
    void howLongRecordsAreKept(String policy, String millis, String bytes, String words) {
        Topic topic = SampleTopic.of("orders")
                .setting("cleanup.policy", policy, Origin.TOPIC)
                .setting("retention.ms", millis, Origin.TOPIC)
                .setting("retention.bytes", bytes, Origin.TOPIC)
                .build();

        assertThat(TopicWords.retention(topic.settings()).text()).isEqualTo(words);
        assertThat(TopicWords.retention(TopicSettings.UNKNOWN).text()).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 604800000, 7 d",
        "retention.ms, -1, no limit",
        "segment.bytes, 1073741824, 1.1 GB",
        "flush.ms, 9223372036854775807, never",
        "min.insync.replicas, 2, ''",
        "cleanup.policy, delete, ''"
    })
    void settingsAreInUnitsThatPeopleRead(String name, String value, String meaning) {
        assertThat(SettingWords.meaning(new Setting(name, value, Origin.TOPIC))).isEqualTo(meaning);
    }

    @Test
    void whatEachBrokerHas() {
        assertThat(BrokerShare.of(ORDERS))
                .containsExactly(
                        new BrokerShare(0, 4, 12, Optional.of(new ByteSize(12_000_000))),
                        new BrokerShare(1, 4, 12, Optional.of(new ByteSize(12_000_000))),
                        new BrokerShare(2, 4, 12, Optional.of(new ByteSize(12_000_000))));
    }

    @Test
    void neverWrittenIsToldFromNotKnown() {
        assertThat(TopicWords.lastWritten(SampleTopic.of("new").neverWritten().build())
                        .text())
                .isEqualTo("never");
        assertThat(TopicWords.lastWritten(ORDERS).asOf()).isPresent();
    }

    @Test
    void whoMayNotSeeTheClusterFindsNothingOfIt() {
        TopicId orders = new TopicId(SampleFleet.MAIN, "orders");
        LivePicture developer = picture(DEVELOPER);

        assertThat(developer.fleet().clusters()).isEmpty();
        assertThat(TopicViewModel.content(developer, orders)).isInstanceOf(TopicViewModel.Hidden.class);
        assertThat(TopicViewModel.content(developer, new TopicId(SampleFleet.MAIN, "none")))
                .as("what is there looks like what is not")
                .isEqualTo(TopicViewModel.content(developer, orders));
        assertThat(TopicViewModel.content(picture(ALL), orders)).isInstanceOf(TopicViewModel.Shown.class);
        assertThat(TopicViewModel.content(picture(ALL), new TopicId(SampleFleet.MAIN, "none")))
                .isInstanceOf(TopicViewModel.Missing.class);
    }

    @Test
    void aTopicIsNotMissingWhileTopicsAreNotKnown() {
        LivePicture picture = new LivePicture(
                new VisibleFleet(SampleFleet.of().with(unknown(cluster())).build(), ALL),
                new Observed.Fresh<>(ALL, SampleFleet.NOW));

        assertThat(TopicViewModel.content(picture, new TopicId(SampleFleet.MAIN, "orders")))
                .isInstanceOf(TopicViewModel.Unknown.class);
    }

    @Test
    void whatAKafkaTopicAsksForIsHeldAgainstTheTopic() {
        int partitions = ORDERS.partitions().size();
        assertThat(ManagedWords.differences(ORDERS, asking(partitions, ORDERS.replication())))
                .isEmpty();
        assertThat(ManagedWords.differences(ORDERS, asking(partitions + 6, ORDERS.replication())))
                .singleElement()
                .asString()
                .startsWith("asks for " + (partitions + 6) + " partitions, there ");
    }

    private static TopicResource asking(int partitions, int replicas) {
        return new TopicResource(
                new Resource(
                        "kafka",
                        "orders",
                        Optional.of("main"),
                        true,
                        new StrimziState(true, false, Optional.empty(), "")),
                "orders",
                Optional.of(partitions),
                Optional.of(replicas),
                true);
    }

    private static KafkaCluster unknown(KafkaCluster cluster) {
        return new KafkaCluster(
                cluster.id(),
                cluster.health(),
                cluster.version(),
                cluster.strimzi(),
                cluster.brokers(),
                cluster.partitions(),
                new Observed.Missing<>(SampleFleet.failure(Failure.Kind.TIMEOUT, "The topics could not be listed")),
                cluster.groups(),
                cluster.bootstrapServers(),
                cluster.throughput(),
                cluster.coordination(),
                cluster.resources(),
                cluster.pools());
    }

    private static Answer list(Topic... topics) {
        return TopicsAnswer.of(
                Stream.of(topics)
                        .map(topic -> new ShownTopic(topic, List.of(), true))
                        .toList(),
                Optional.empty());
    }

    private static TopicViewModel.Shown shown(Topic topic) {
        return new TopicViewModel.Shown(
                topic,
                TopicReader.of(topic, cluster(), picture(ALL).fleet()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static LivePicture picture(Sight sight) {
        return new LivePicture(
                new VisibleFleet(SampleFleet.of().with(cluster()).build(), sight),
                new Observed.Fresh<>(sight, SampleFleet.NOW));
    }

    private static KafkaCluster cluster() {
        return SampleCluster.of(SampleFleet.MAIN)
                .topics(ORDERS, UNREAD)
                .groups(SLOW)
                .build();
    }
}
