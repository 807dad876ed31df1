package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.change.Progress;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.StrimziState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far brokers are with being restarted. */
class RollTest {

    private static final Instant ASKED = SampleFleet.NOW.minusSeconds(60);
    private static final Instant BEFORE = ASKED.minusSeconds(3600);
    private static final Instant AFTER = ASKED.plusSeconds(20);

    @Test
    void beforeTheOperatorHasBegunItSaysWhatForItIsWaitedFor() {
        assertThat(progress(true, broker(0, BEFORE, true, 0), broker(1, BEFORE, true, 0)))
                .isInstanceOfSatisfying(Progress.Underway.class, underway -> {
                    assertThat(underway.words()).isEqualTo("0 of 2 restarted and in sync");
                    assertThat(underway.waitsFor().orElseThrow()).contains("next timed reconcile");
                    assertThat(underway.stuck()).isFalse();
                });
    }

    @Test
    void aBrokerIsBackOnlyWhenItsReplicasAreInSync() {
        assertThat(progress(true, broker(0, AFTER, true, 3), broker(1, BEFORE, true, 0)))
                .isInstanceOfSatisfying(Progress.Underway.class, underway -> {
                    assertThat(underway.done()).isZero();
                    assertThat(underway.waitsFor()).contains("broker 0, which catches up: 3 replicas not in sync");
                });
    }

    @Test
    void theEndIsExpectedByTheMeanOfThoseThatAreBack() {
        assertThat(progress(true, broker(0, AFTER, true, 0), broker(1, BEFORE, true, 0))
                        .words())
                .isEqualTo("1 of 2 restarted and in sync, less than a minute to go");
    }

    @Test
    void itIsDoneWhenAllAreBack() {
        assertThat(progress(false, broker(0, AFTER, true, 0), broker(1, AFTER, true, 0)))
                .isInstanceOf(Progress.Settled.class);
    }

    @Test
    void whoeverTookItBackStoppedIt() {
        assertThat(progress(false, broker(0, AFTER, true, 0), broker(1, BEFORE, true, 0)))
                .isInstanceOfSatisfying(
                        Progress.Superseded.class,
                        stopped -> assertThat(stopped.words()).isEqualTo("It was stopped: 1 of 2 restarted"));
    }

    @Test
    void aBrokerThatIsBeingMadeIsNotStopped() {
        assertThat(progress(false, broker(0, AFTER, false, 0), broker(1, AFTER, true, 0)))
                .isInstanceOf(Progress.Underway.class);
    }

    @Test
    void aPausedOperatorIsStuck() {
        KafkaCluster paused = SampleCluster.of(SampleFleet.MAIN)
                .strimzi(new StrimziState(true, true, Optional.empty(), ""))
                .build();
        Roll roll = new Roll(paused, List.of(broker(0, BEFORE, true, 0)), ASKED, SampleFleet.NOW);

        assertThat(roll.progress(true))
                .isInstanceOfSatisfying(
                        Progress.Underway.class,
                        underway -> assertThat(underway.stuck()).isTrue());
    }

    private static Progress progress(boolean stillAsked, Broker... nodes) {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN).build();
        return new Roll(cluster, List.of(nodes), ASKED, SampleFleet.NOW).progress(stillAsked);
    }

    private static Broker broker(int id, Instant created, boolean up, int outOfSync) {
        return new Broker(
                id,
                Set.of(Broker.Role.BROKER),
                Health.healthy(),
                up,
                Optional.of(SamplePod.named("kafka", "main-brokers-" + id)
                        .created(created)
                        .build()),
                Optional.empty(),
                false,
                new Observed.Fresh<>(new Broker.Load(1, 3, outOfSync, Optional.empty()), SampleFleet.NOW),
                new Observed.Fresh<>(
                        new Broker.Disk(new ByteSize(0), Optional.empty(), Optional.empty(), List.of()),
                        SampleFleet.NOW));
    }
}
