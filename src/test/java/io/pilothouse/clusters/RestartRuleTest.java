package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.clusters.RestartAnswer.Obstacle;
import io.pilothouse.clusters.RestartAnswer.Verdict;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.Reassignment;
import io.pilothouse.fleet.StrimziState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** May broker 0 be restarted now? */
class RestartRuleTest {

    private static final PartitionId ORDERS = new PartitionId("orders", 0);
    private static final Instant NOW = SampleFleet.NOW;

    @ParameterizedTest(name = "{0}: leader {1}, replicas {2}, in sync {3}, minimum {4} -> {5}")
    @CsvSource(textBlock = """
            all in sync,                         0, 0 1 2, 0 1 2, 2, YES
            it leads and one may be missing,     0, 0 1 2, 0 1 2, 1, YES
            another is behind at the minimum,    0, 0 1 2, 0 1,   2, NO
            it is behind itself at the minimum,  1, 0 1 2, 1 2,   2, YES
            below the minimum with it,           0, 0 1 2, 0,     2, NO
            below the minimum without it,        1, 0 1 2, 1,     2, NO
            one in sync is enough and it is one, 0, 0 1 2, 0,     1, NO
            one in sync is enough and it is not, 1, 0 1 2, 1,     1, YES
            offline,                             -, 0 1 2, -,     2, NO
            offline with a minimum of one,       -, 0 1 2, -,     1, NO
            not held by it,                      1, 1 2,   1,     2, YES
            no minimum to fall below,            0, 0 1 2, 0 1 2, 0, YES
            minimum not known,                   0, 0 1 2, 0 1 2, -, UNKNOWN
            minimum not known and not held,      1, 1 2,   1 2,   -, YES
            """)
    void lookAtPartitions(String what, String leader, String replicas, String inSync, String minimum, Verdict verdict) {
        var answer = answer(SampleCluster.of(SampleFleet.MAIN)
                .topics(Partitions.topic(leader, replicas, inSync, minimum))
                .build());

        assertThat(answer.verdict()).as(what).isEqualTo(verdict);
        assertThat(answer.interrupted()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: replicas {1}, in sync {2}, minimum {3} -> interrupted {4}")
    @CsvSource(textBlock = """
            the only replica,                   0,     0,     1, true
            as many replicas as the minimum,    0 1,   0 1,   2, true
            minimum above the replicas,         0 1,   0 1,   3, true
            minimum above and it is behind,     0 1,   1,     2, false
            """)
    void partitionsThatCanGetNoBetterAreNotWaitedForButNamed(
            String what, String replicas, String inSync, String minimum, boolean interrupted) {
        var answer = answer(SampleCluster.of(SampleFleet.MAIN)
                .topics(Partitions.topic("0", replicas, inSync, minimum))
                .build());

        assertThat(answer.verdict()).as(what).isEqualTo(Verdict.YES);
        assertThat(answer.interrupted()).isEqualTo(interrupted ? List.of(ORDERS) : List.of());
        assertThat(answer.harmless()).isEqualTo(!interrupted);
    }

    @Test
    void aNodeThatIsDownDoesNotCountAsInSyncThoughItsPartitionsHaveYetToNotice() {
        var answer = answer(SampleCluster.of(SampleFleet.MAIN)
                .topics(Partitions.topic("0", "0 1 2", "0 1 2", "2"))
                .down(2, "no pod", NOW)
                .build());

        assertThat(answer.obstacles()).contains(new Obstacle.TooFewInSync(ORDERS, 2, 2));
    }

    @Test
    void theNodeThatIsDownMayBeRestarted() {
        var cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(Partitions.topic("1", "0 1 2", "1", "2"))
                .down(0, "exited with 1", NOW)
                .build();

        assertThat(answer(cluster).verdict()).isEqualTo(Verdict.YES);
        assertThat(answer(cluster).remarks()).anyMatch(remark -> remark.contains("down"));
    }

    @ParameterizedTest(name = "voters {0}, leader {1}, seconds behind {2} -> {3}")
    @CsvSource(textBlock = """
            0 1 2,     2, 0 0 0,     YES
            0 1 2,     0, 0 0 0,     YES
            0 1 2,     2, 0 1 0,     YES
            0 1 2,     2, 0 2 0,     NO
            0 1 2,     0, 0 0 -,     NO
            0 1 2,     2, 9 0 0,     YES
            0 1,       1, 0 0,       YES
            0 1,       0, 0 3,       NO
            0,         0, 0,         YES
            1 2 3,     1, 0 5 5,     YES
            0 1 2 3,   3, 0 0 0 0,   YES
            0 1 2 3,   3, 0 9 0 0,   NO
            0 1 2 3 4, 4, 0 9 0 0 0, YES
            0 1 2 3 4, 4, 0 9 9 0 0, NO
            """)
    void lookAtControllers(String voters, int leader, String behind, Verdict verdict) {
        var answer = answer(withQuorum(new Observed.Fresh<>(quorum(voters, leader, behind), NOW)));

        assertThat(answer.verdict()).isEqualTo(verdict);
    }

    @Test
    void duringAnElectionNobodyCanTell() {
        Failure failure = SampleFleet.failure(Failure.Kind.UNREACHABLE, "There is no leader");

        assertThat(answer(withQuorum(new Observed.Missing<>(failure))).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whileKafkaIsSilentNobodyCanTell() {
        Failure failure = SampleFleet.failure(Failure.Kind.TIMEOUT, "No broker answers");

        assertThat(answer(SampleCluster.of(SampleFleet.MAIN).silent(failure).build())
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aPausedOperatorRestartsNothing() {
        var cluster = SampleCluster.of(SampleFleet.MAIN)
                .strimzi(new StrimziState(true, true, Optional.empty(), ""))
                .build();

        assertThat(answer(cluster).obstacles()).containsExactly(new Obstacle.Paused());
    }

    @Test
    void saysWhatOfItIsBeingMoved() {
        var moving = new Coordination(
                new Observed.Fresh<>(quorum("0 1 2", 2, "0 0 0"), NOW),
                new Observed.Fresh<>(List.of(new Reassignment(ORDERS, List.of(1), List.of(0))), NOW),
                new Observed.Fresh<>(List.of(), NOW),
                Map.of());
        var cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(Partitions.topic("0", "0 1 2", "0 1 2", "2"))
                .coordination(moving)
                .build();

        assertThat(answer(cluster).verdict()).isEqualTo(Verdict.YES);
        assertThat(answer(cluster).remarks())
                .containsExactly("1 partition of it is being moved, and would have to catch up again");
    }

    private static KafkaCluster withQuorum(Observed<Quorum> quorum) {
        return SampleCluster.of(SampleFleet.MAIN)
                .coordination(new Coordination(
                        quorum, new Observed.Fresh<>(List.of(), NOW), new Observed.Fresh<>(List.of(), NOW), Map.of()))
                .build();
    }

    /** @param behind seconds, in the order of the voters; {@code -} for one that never had all */
    private static Quorum quorum(String voters, int leader, String behind) {
        String[] seconds = behind.split(" ");
        List<Integer> ids =
                Arrays.stream(voters.split(" ")).map(Integer::valueOf).toList();
        return new Quorum(
                leader,
                1,
                ids.stream()
                        .map(id -> new Quorum.Replica(id, true, Optional.of(9L), caughtUp(seconds[ids.indexOf(id)])))
                        .toList());
    }

    private static Optional<Instant> caughtUp(String seconds) {
        return seconds.equals("-") ? Optional.empty() : Optional.of(NOW.minusSeconds(Long.parseLong(seconds)));
    }

    private static RestartAnswer answer(KafkaCluster cluster) {
        return RestartRule.of(cluster, cluster.broker(0).orElseThrow());
    }
}
