package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.Reassignment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.ListPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the active controller for the quorum and for partitions on the move. Brokers pass the questions on to the controller, and wait for
 * one that hangs for as long as their own timeout is, 30 s by default, even when another has long taken its place.
 */
final class QuorumQuestion {

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private Optional<Answer> last = Optional.empty();

    QuorumQuestion(Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /** What the controller said. */
    record Answer(Observed<Quorum> quorum, Observed<List<Reassignment>> reassignments) {}

    /** A controller that does not tell of the quorum is not asked a second question: each would wait as long. */
    Answer ask(Admin admin) {
        Observed<Quorum> quorum;
        Observed<List<Reassignment>> reassignments;
        try {
            quorum = new Observed.Fresh<>(quorum(admin), clock.instant());
            reassignments = reassignments(admin);
        } catch (NoAnswer e) {
            quorum = after(
                    last.map(Answer::quorum),
                    failures.of(
                            e,
                            "The controller could not be asked for",
                            "The active controller that is shown is the last one known."));
            reassignments = after(last.map(Answer::reassignments), reassignmentsFailed(e));
        }
        Answer answer = new Answer(quorum, reassignments);
        last = Optional.of(answer);
        return answer;
    }

    private Quorum quorum(Admin admin) throws NoAnswer {
        var options = new DescribeMetadataQuorumOptions();
        options.timeoutMs(Answers.millis(deadline));
        QuorumInfo info = new Answers(deadline)
                .await(admin.describeMetadataQuorum(options).quorumInfo());
        List<Quorum.Replica> replicas = Stream.concat(
                        info.voters().stream().map(replica -> replica(replica, true)),
                        info.observers().stream().map(replica -> replica(replica, false)))
                .sorted(Comparator.comparing(Quorum.Replica::id))
                .toList();
        return new Quorum(info.leaderId(), info.leaderEpoch(), replicas);
    }

    /** The leader writes -1 for a log end that it does not know. */
    private static Quorum.Replica replica(QuorumInfo.ReplicaState state, boolean voter) {
        return new Quorum.Replica(
                state.replicaId(),
                voter,
                Optional.of(state.logEndOffset()).filter(end -> end >= 0),
                state.lastCaughtUpTimestamp().stream()
                        .mapToObj(Instant::ofEpochMilli)
                        .findFirst());
    }

    private Observed<List<Reassignment>> reassignments(Admin admin) {
        var options = new ListPartitionReassignmentsOptions();
        options.timeoutMs(Answers.millis(deadline));
        try {
            Map<TopicPartition, PartitionReassignment> all = new Answers(deadline)
                    .await(admin.listPartitionReassignments(options).reassignments());
            List<Reassignment> moving = all.entrySet().stream()
                    .map(entry -> reassignment(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(Reassignment::partition))
                    .toList();
            return new Observed.Fresh<>(moving, clock.instant());
        } catch (NoAnswer e) {
            return after(last.map(Answer::reassignments), reassignmentsFailed(e));
        }
    }

    private static Reassignment reassignment(TopicPartition partition, PartitionReassignment moving) {
        return new Reassignment(
                new PartitionId(partition.topic(), partition.partition()),
                moving.addingReplicas(),
                moving.removingReplicas());
    }

    private Failure reassignmentsFailed(NoAnswer noAnswer) {
        return failures.of(
                noAnswer,
                "The controller could not be asked for reassignments",
                "Partitions that are shown as moving are the last ones known.");
    }

    private static <T> Observed<T> after(Optional<Observed<T>> before, Failure failure) {
        return before.map(known -> known.after(failure)).orElseGet(() -> new Observed.Missing<>(failure));
    }
}
