package io.pilothouse.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.fleet.Quorum.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuorumTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void countsFromWhatTheLeaderHas() {
        Replica leader = new Replica(0, true, Optional.of(900L), Optional.of(NOW));
        Replica late = new Replica(1, true, Optional.of(880L), Optional.of(NOW.minusSeconds(40)));
        Replica ahead = new Replica(2, false, Optional.of(901L), Optional.of(NOW.plusMillis(3)));
        Quorum quorum = new Quorum(0, 7, List.of(leader, late, ahead));

        assertThat(quorum.voters()).containsExactlyInAnyOrder(0, 1);
        assertThat(quorum.lag(late)).hasValue(20L);
        assertThat(quorum.behind(late)).hasValue(Duration.ofSeconds(40));
        assertThat(quorum.lag(ahead)).hasValue(0L);
        assertThat(quorum.behind(ahead)).hasValue(Duration.ZERO);
    }

    @Test
    void whatTheLeaderDoesNotKnowIsNotZero() {
        Replica never = new Replica(1, true, Optional.empty(), Optional.empty());
        Quorum quorum = new Quorum(0, 7, List.of(new Replica(0, true, Optional.of(900L), Optional.of(NOW)), never));

        assertThat(quorum.lag(never)).isEmpty();
        assertThat(quorum.behind(never)).isEmpty();
        assertThat(new Quorum(5, 7, List.of(never)).lag(never)).isEmpty();
    }
}
