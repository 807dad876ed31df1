package io.pilothouse.kafka;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Asks whichever broker answers for the cluster's id and its brokers. Without that answer nothing else can be asked. */
final class ClusterQuestion {

    private static final int ATTEMPTS = 3;

    private final ClusterId cluster;
    private final List<Address> bootstrapServers;
    private final Duration deadline;
    private final Diagnosis diagnosis;
    private List<Node> lastNodes = List.of();

    ClusterQuestion(KafkaConnection connection, Duration deadline, Diagnosis diagnosis) {
        this.cluster = connection.cluster();
        this.bootstrapServers = Address.all(connection.bootstrapServers());
        this.deadline = deadline;
        this.diagnosis = diagnosis;
    }

    /**
     * A cluster and the brokers it knows.
     *
     * @param uuid the cluster's own id
     * @param nodes fenced ones among them, from Kafka 4.0 on
     */
    record Answer(String uuid, List<Node> nodes) {}

    /**
     * Asks again when a broker hangs, as long as some listener of the cluster still answers: the next attempt goes elsewhere.
     *
     * @throws NoAnswer when nobody answers
     */
    Answer ask(Admin admin) throws NoAnswer {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = describe(admin);
                lastNodes = answer.nodes();
                return answer;
            } catch (NoAnswer e) {
                if (attempt == ATTEMPTS || e.reason() instanceof AuthenticationException || noListenerAnswers()) {
                    throw e;
                }
            }
        }
    }

    /** What is found at the addresses of the cluster after it gave no answer, in words. */
    SourceUnavailable unavailable(NoAnswer noAnswer) {
        return new SourceUnavailable(
                diagnosis.ofCluster(cluster, diagnosis.look(addresses()).values(), noAnswer));
    }

    private boolean noListenerAnswers() {
        return diagnosis.look(addresses()).values().stream()
                .map(Finding::listener)
                .noneMatch(Predicate.isEqual(Finding.Listener.PLAIN));
    }

    private Answer describe(Admin admin) throws NoAnswer {
        try {
            return describe(admin, true);
        } catch (NoAnswer e) {
            if (e.reason() instanceof UnsupportedVersionException) {
                return describe(admin, false);
            }
            throw e;
        }
    }

    private Answer describe(Admin admin, boolean fencedToo) throws NoAnswer {
        Answers answers = new Answers(deadline);
        DescribeClusterResult result = admin.describeCluster(
                new DescribeClusterOptions().includeFencedBrokers(fencedToo).timeoutMs(Answers.millis(deadline)));
        List<Node> nodes = List.copyOf(answers.await(result.nodes()));
        return new Answer(Optional.ofNullable(answers.await(result.clusterId())).orElse(""), nodes);
    }

    private List<Address> addresses() {
        return Stream.concat(bootstrapServers.stream(), lastNodes.stream().map(Address::of))
                .distinct()
                .toList();
    }
}
