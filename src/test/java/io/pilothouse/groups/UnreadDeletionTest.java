package io.pilothouse.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.TopicSettings.Origin;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Samples consume 12 records a second of 30 that are produced, so that a delay grows by 36 s a minute. */
class UnreadDeletionTest {

    @Test
    void comesWhenTheDelayHasGrownToTheRetention() {
        assertThat(of(Duration.ofHours(3), Trend.GROWING, "delete", "21600000"))
                .contains(new UnreadDeletion("orders", Duration.ofHours(5)));
    }

    @Test
    void mayBeNow() {
        assertThat(of(Duration.ofHours(7), Trend.GROWING, "delete", "21600000"))
                .contains(new UnreadDeletion("orders", Duration.ZERO));
    }

    @Test
    void neverComesWhereNothingIsDeletedOrTheGroupCatchesUp() {
        assertThat(of(Duration.ofHours(3), Trend.SHRINKING, "delete", "21600000"))
                .isEmpty();
        assertThat(of(Duration.ofHours(3), Trend.GROWING, "compact", "21600000"))
                .isEmpty();
        assertThat(of(Duration.ofHours(3), Trend.GROWING, "delete", "-1")).isEmpty();
        assertThat(of(Duration.ZERO, Trend.GROWING, "delete", "21600000")).isEmpty();
    }

    private static Optional<UnreadDeletion> of(Duration behind, Trend trend, String policy, String retention) {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(SampleTopic.of("orders")
                        .setting("cleanup.policy", policy, Origin.TOPIC)
                        .setting("retention.ms", retention, Origin.TOPIC)
                        .build())
                .build();
        return UnreadDeletion.of(
                SampleGroup.of("g")
                        .behind(1_000, behind, trend, new CatchUp.Never())
                        .build(),
                cluster);
    }
}
