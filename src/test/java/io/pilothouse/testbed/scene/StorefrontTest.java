package io.pilothouse.testbed.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StorefrontTest {

    private static final double PERIOD = 300;

    /** Target of the autoscaler: 60 % of the 200m that a pod requests. */
    private static final double CORES_A_POD = 0.12;

    @Test
    void theWaveAsksForTwoPodsAtItsLowAndSixAtItsPeak() {
        assertThat(podsAt(0)).isCloseTo(2, within(0.4));
        assertThat(podsAt(150)).isBetween(6.0, 8.0);
        assertThat(podsAt(75)).isBetween(3.5, 4.5);
        assertThat(podsAt(300)).isEqualTo(podsAt(0));
    }

    private static double podsAt(long second) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
        return Storefront.requestsASecond(clock, PERIOD) * Storefront.CPU_SECONDS_A_REQUEST / CORES_A_POD;
    }
}
