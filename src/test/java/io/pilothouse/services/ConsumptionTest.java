package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Flow.Direction;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.Consumption.Reading;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsumptionTest {

    private static final Sight EVERYTHING =
            new Sight(EnumSet.allOf(ReadableKind.class), Map.of(), Set.of(SampleFleet.MAIN));
    private static final Sight SHOP_ALONE =
            new Sight(EnumSet.noneOf(ReadableKind.class), Map.of(ReadableKind.DEPLOYMENTS, Set.of("shop")), Set.of());
    private static final Workload PAYMENTS = SampleWorkload.deployment("shop", "payments")
            .pods(SamplePod.named("shop", "payments-a").build())
            .build();

    @Test
    void itsMembersAreToldFromThoseElsewhere() {
        ConsumerGroup group = SampleGroup.of("payments")
                .member("payments-a", PAYMENTS.id(), 0, 1, 2)
                .member("laptop", new MemberOrigin.Outside(), 3, 4, 5)
                .build();

        Reading reading = of(EVERYTHING, group).readings().getFirst();

        assertThat(reading.others()).isOne();
        assertThat(reading.readers()).singleElement().satisfies(reader -> {
            assertThat(reader.pod().orElseThrow().name()).isEqualTo("payments-a");
            assertThat(reader.progress().consumed()).contains(6.0);
        });
        assertThat(reading.room()).contains(4);
    }

    @Test
    void aPodThatIsGoneIsAMemberUntilTheGroupNotices() {
        ConsumerGroup group = SampleGroup.of("payments")
                .member("payments-gone", PAYMENTS.id(), 0)
                .build();

        assertThat(of(EVERYTHING, group)
                        .readings()
                        .getFirst()
                        .readers()
                        .getFirst()
                        .pod())
                .isEmpty();
    }

    @Test
    void theGroupThatIsFurthestBehindComesFirst() {
        ConsumerGroup ahead =
                SampleGroup.of("a").member("payments-a", PAYMENTS.id(), 0).build();
        ConsumerGroup behind = SampleGroup.of("b")
                .member("payments-a", PAYMENTS.id(), 0)
                .behind(600, Duration.ofMinutes(1), Trend.GROWING, new CatchUp.Never())
                .build();

        assertThat(of(EVERYTHING, ahead, behind).readings())
                .extracting(reading -> reading.group().id().name())
                .containsExactly("b", "a");
    }

    @Test
    void moreMembersThanPartitionsLeaveNoRoom() {
        ConsumerGroup group = SampleGroup.of("payments")
                .partitions(1)
                .member("payments-a", PAYMENTS.id(), 0)
                .member("payments-b", PAYMENTS.id())
                .build();

        assertThat(of(EVERYTHING, group).readings().getFirst().room()).contains(0);
    }

    @Test
    void membersOfAShareGroupDoNotDivideItsPartitions() {
        ConsumerGroup group = SampleGroup.of("payments")
                .type(ConsumerGroup.Type.SHARE, "share")
                .member("payments-a", PAYMENTS.id(), 0, 1)
                .build();

        Reading reading = of(EVERYTHING, group).readings().getFirst();

        assertThat(reading.room()).isEmpty();
        assertThat(reading.readers().getFirst().progress().lag()).isEmpty();
    }

    @Test
    void whoMayNotSeeTheClusterSeesNeitherWhatIsReadNorWritten() {
        ConsumerGroup group = SampleGroup.of("payments")
                .member("payments-a", PAYMENTS.id(), 0)
                .build();

        Consumption hidden = of(SHOP_ALONE, group);

        assertThat(hidden.readings()).isEmpty();
        assertThat(hidden.writes()).isEmpty();
        assertThat(of(EVERYTHING, group).writes()).hasSize(1);
    }

    private static Consumption of(Sight sight, ConsumerGroup... groups) {
        var topic = SampleTopic.of("orders").build();
        WorkloadId other = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
        SampleFleet fleet = SampleFleet.of()
                .with(PAYMENTS)
                .with(SampleCluster.of(SampleFleet.MAIN)
                        .topics(topic)
                        .groups(groups)
                        .build())
                .flows(new Flow(PAYMENTS.id(), topic.id(), Direction.WRITES, Optional.of(2.0)))
                .flows(new Flow(PAYMENTS.id(), topic.id(), Direction.READS, Optional.of(2.0)))
                .flows(new Flow(other, topic.id(), Direction.WRITES, Optional.of(5.0)));
        return Consumption.of(PAYMENTS, new VisibleFleet(fleet.build(), sight));
    }
}
