package io.pilothouse.groups.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.ui.LagWords;
import io.pilothouse.groups.UnreadDeletion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages of groups say, and to whom. */
class GroupWordsTest {

    private static final WorkloadId NOTIFICATIONS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "notifications");
    private static final Sight ALL = new Sight(Set.of(ReadableKind.values()), Map.of(), Set.of(SampleFleet.MAIN));
    private static final Sight CLUSTER_ONLY = new Sight(Set.of(), Map.of(), Set.of(SampleFleet.MAIN));

    private static final ConsumerGroup SLOW = SampleGroup.of("notifications")
            .health(Health.degraded("falls further behind"))
            .behind(12_400, Duration.ofMinutes(12), Trend.GROWING, new CatchUp.Never())
            .member("notifications-7c9f-4kq2x", NOTIFICATIONS, 0, 1, 2)
            .member("notifications-7c9f-w8s9p", NOTIFICATIONS, 3, 4, 5)
            .build();
    private static final ConsumerGroup FINE = SampleGroup.of("payments").build();
    private static final ConsumerGroup CATCHING_UP = SampleGroup.of("trends")
            .health(Health.progressing("catches up"))
            .behind(4_000, Duration.ofSeconds(95), Trend.SHRINKING, new CatchUp.In(Duration.ofSeconds(220)))
            .build();

    @Test
    void theListSaysWhoFallsBehindAndHowFar() {
        assertAnswer(
                list(SLOW, FINE, FINE),
                "1 of 3 consumer groups falls behind",
                "notifications is 12 min behind and falling further.");
        assertAnswer(
                list(SLOW, slower(), FINE),
                "2 of 3 consumer groups fall behind",
                "The slowest, warehouse, is 3 h 20 min behind and falling further.");
        assertAnswer(list(FINE, FINE), "All 2 consumer groups keep up", "");
        assertAnswer(list(FINE), "The one consumer group keeps up", "");
        assertAnswer(list(CATCHING_UP, FINE), "All 2 consumer groups keep up", "1 group rebalances or catches up.");
    }

    @Test
    void theListDoesNotSayThatAllIsWellWhenThatIsNotKnown() {
        ConsumerGroup unknown = SampleGroup.of("silent")
                .health(Health.unknown("its coordinator does not answer"))
                .build();

        assertAnswer(list(FINE, unknown), "All groups that are known keep up", "Of 1 group that is not known.");
        assertAnswer(list(unknown), "Whether groups keep up is not known", "Of 1 group that is not known.");
    }

    @Test
    void aGroupsPageSaysWhetherItWillCatchUp() {
        assertAnswer(
                GroupAnswer.of(SLOW, Optional.of(new UnreadDeletion("orders", Duration.ofHours(5)))),
                "Falls further behind: it is 12 min behind",
                "12 400 records wait. At this speed it never catches up. In about 5 h retention of topic orders begins to "
                        + "delete records that it has not read. 2 members share 6 partitions.");
        assertAnswer(
                GroupAnswer.of(CATCHING_UP, Optional.empty()),
                "Catches up: it is 1 min 35 s behind",
                "4 000 records wait. At this speed it will have caught up in about 3 min 40 s. It has no members.");
        assertAnswer(
                GroupAnswer.of(
                        SampleGroup.of("idle")
                                .member("one", new MemberOrigin.Outside(), 0)
                                .member("two", new MemberOrigin.Outside())
                                .partitions(1)
                                .build(),
                        Optional.empty()),
                "It keeps up",
                "2 members share 1 partition, 1 of them has nothing to read.");
    }

    @Test
    void whatIsOldIsCalledOld() {
        ConsumerGroup old = SampleGroup.of("payments")
                .silent(SampleFleet.failure(Failure.Kind.TIMEOUT, "Broker 1 does not answer"))
                .build();

        assertThat(GroupAnswer.of(old, Optional.empty()).rest())
                .endsWith("Some of it is from before: Broker 1 does not answer.");
        assertThat(LagWords.messages(old.lag()).asOf()).contains(SampleFleet.NOW.minusSeconds(9));
    }

    @Test
    void servicesAreNamedToThoseWhoMaySeeThem() {
        assertThat(GroupWords.services(shown(SLOW, ALL)).text()).isEqualTo("notifications");
        assertThat(GroupWords.services(shown(SLOW, CLUSTER_ONLY)).hint())
                .isEqualTo("You may not see the services that its members belong to.");
        assertThat(shown(SLOW, CLUSTER_ONLY).namespaces()).containsExactly("kafka");
    }

    @Test
    void podsAreNamedToThoseWhoMaySeeThem() {
        List<ShownMember> all = ShownMember.of(SLOW, fleet(ALL));
        List<ShownMember> narrow = ShownMember.of(SLOW, fleet(CLUSTER_ONLY));

        assertThat(all)
                .extracting(member -> member.pod().orElseThrow().pod())
                .containsExactly("notifications-7c9f-4kq2x", "notifications-7c9f-w8s9p");
        assertThat(all).allSatisfy(member -> assertThat(member.node()).contains("node-a1"));
        assertThat(narrow).allSatisfy(member -> {
            assertThat(member.pod()).isEmpty();
            assertThat(member.service()).isEmpty();
            assertThat(member.node()).isEmpty();
            assertThat(member.missing()).contains("You lack the right to list pods in namespace shop.");
        });
    }

    @Test
    void aMembersLagIsThatOfItsPartitions() {
        assertThat(ShownMember.of(SLOW, fleet(ALL)))
                .allSatisfy(member -> assertThat(member.lag()).hasValue(3 * (12_400 / 6)));
    }

    @Test
    void whyNoPodIsKnownIsSaid() {
        assertThat(GroupWords.origin(new MemberOrigin.Outside()))
                .isEqualTo("No pod has this address: it runs outside of the Kubernetes cluster.");
        assertThat(GroupWords.origin(new MemberOrigin.Ambiguous(List.of("kafka/agent-1", "shop/agent-2"))))
                .isEqualTo(
                        "2 pods have this address, so that nobody can say which one it is: kafka/agent-1, shop/agent-2");
    }

    @Test
    void partitionsAreWrittenInShort() {
        List<PartitionId> partitions = Stream.of(
                        "orders 3", "orders 0", "orders 1", "orders 2", "orders 7", "a 1", "a 10")
                .map(words -> words.split(" "))
                .map(words -> new PartitionId(words[0], Integer.parseInt(words[1])))
                .toList();

        assertThat(AssignedPartitions.inWords(partitions)).isEqualTo("a 1, 10; orders 0–3, 7");
        assertThat(AssignedPartitions.inWords(List.of())).isEmpty();
    }

    @Test
    void figuresThatAreNotKnownAreNotZero() {
        assertThat(LagWords.delay(new Delay.AtLeast(Duration.ofMinutes(4))).text())
                .isEqualTo("≥ 4 min");
        assertThat(LagWords.delay(new Delay.Unknown("Nobody knows.")).text()).isEqualTo("–");
        assertThat(LagWords.delay(Delay.NONE).text()).isEqualTo("none");
        assertThat(LagWords.catchUp(new CatchUp.Never()).text()).isEqualTo("not at this speed");
        assertThat(LagWords.catchUp(new CatchUp.In(Duration.ofMinutes(75))).text())
                .isEqualTo("in 1 h 15 min");
    }

    private static ConsumerGroup slower() {
        return SampleGroup.of("warehouse")
                .health(Health.degraded("falls further behind"))
                .behind(900, Duration.ofMinutes(200), Trend.GROWING, new CatchUp.Never())
                .build();
    }

    private static Answer list(ConsumerGroup... groups) {
        return GroupsAnswer.of(Stream.of(groups).map(group -> shown(group, ALL)).toList(), Optional.empty());
    }

    private static ShownGroup shown(ConsumerGroup group, Sight sight) {
        return ShownGroup.of(group, fleet(sight));
    }

    private static VisibleFleet fleet(Sight sight) {
        return new VisibleFleet(
                SampleFleet.of()
                        .with(SampleCluster.of(SampleFleet.MAIN).build())
                        .with(SampleWorkload.deployment("shop", "notifications").build())
                        .build(),
                sight);
    }

    private static void assertAnswer(Answer answer, String headline, String rest) {
        assertThat(answer.headline().replace('\u202f', ' ')).isEqualTo(headline);
        assertThat(answer.rest().replace('\u202f', ' ')).isEqualTo(rest);
    }
}
