package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.QuorumInfo;

/**
 * Asks for the active controller and its voters. Brokers pass the question on to the controller, and wait for one that hangs for as long
 * as their own timeout is, 30 s by default, even when another has long taken its place.
 */
final class QuorumQuestion {

    private static final String MEANING = "The active controller that is shown is the last one known.";

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private Optional<Answer> last = Optional.empty();

    QuorumQuestion(Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /** The controller's node id, and those of all who vote. */
    record Answer(Observed<Integer> controller, Observed<Set<Integer>> voters) {

        private Answer after(Failure failure) {
            return new Answer(controller.after(failure), voters.after(failure));
        }
    }

    Answer ask(Admin admin) {
        Answer answer = answer(admin);
        last = Optional.of(answer);
        return answer;
    }

    private Answer answer(Admin admin) {
        Answers answers = new Answers(deadline);
        var options = new DescribeMetadataQuorumOptions();
        options.timeoutMs(Answers.millis(deadline));
        try {
            QuorumInfo quorum =
                    answers.await(admin.describeMetadataQuorum(options).quorumInfo());
            Instant at = clock.instant();
            Set<Integer> voters = quorum.voters().stream()
                    .map(QuorumInfo.ReplicaState::replicaId)
                    .collect(Collectors.toUnmodifiableSet());
            return new Answer(new Observed.Fresh<>(quorum.leaderId(), at), new Observed.Fresh<>(voters, at));
        } catch (NoAnswer e) {
            Failure failure = failures.of(e, "The controller could not be asked for", MEANING);
            return last.map(answer -> answer.after(failure))
                    .orElseGet(() -> new Answer(new Observed.Missing<>(failure), new Observed.Missing<>(failure)));
        }
    }
}
