package io.pilothouse.kafka;

import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;

/**
 * Reads one cluster, and remembers what it said last, so that a part that fails is old and not gone.
 *
 * <p>The client has one question at a time on the way to a broker, and cuts the connection when it is not answered in time. So the order
 * matters: signs of life come first, since a broker that is busy with something else would be taken for dead. While a dead one is waited
 * for, the others are asked for topics, one question after the other, and last for what may hang at a healthy broker because somebody
 * behind it does.
 */
final class ClusterReading implements AutoCloseable {

    private final Lock oneAtATime = new ReentrantLock();
    private final KafkaProperties.Deadlines deadlines;
    private final AdminConnection connection;
    private final ClusterQuestion cluster;
    private final BrokerCheck brokers;
    private final TopicsQuestion topics;
    private final QuorumQuestion quorum;
    private final LogDirsQuestion logDirs;
    private final BrokerSettingsQuestion settings;
    private final TransactionsQuestion transactions;

    ClusterReading(KafkaConnection connection, KafkaProperties properties, Clock clock) {
        this.deadlines = properties.deadlines();
        var diagnosis =
                new Diagnosis(clock, properties.security(connection.cluster()).secured());
        var failures = new PartFailures(clock);
        this.connection = new AdminConnection(
                connection.bootstrapServers(),
                properties.security(connection.cluster()),
                "pilothouse",
                deadlines.longest());
        this.cluster = new ClusterQuestion(connection, deadlines.cluster(), diagnosis);
        this.brokers = new BrokerCheck(deadlines.broker(), diagnosis, clock);
        this.topics = new TopicsQuestion(properties.topicsPerRequest(), deadlines.topics(), failures, clock);
        this.quorum = new QuorumQuestion(deadlines.quorum(), failures, clock);
        this.logDirs = new LogDirsQuestion(deadlines.logDirs(), failures, clock);
        this.settings = new BrokerSettingsQuestion(deadlines.settings(), failures, clock);
        this.transactions = new TransactionsQuestion(deadlines.transactions(), failures, clock);
    }

    /** Waits for a reading that is under way, then reads anew. */
    KafkaClusterFacts read() throws SourceUnavailable {
        oneAtATime.lock();
        try {
            return read(connection.admin(deadlines.cluster()));
        } catch (NoAnswer e) {
            brokers.forgetWhoIsReachable();
            throw cluster.unavailable(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private KafkaClusterFacts read(Admin admin) throws NoAnswer {
        var signsOfLife = brokers.begin(admin);
        var answer = cluster.ask(admin);
        brokers.complete(signsOfLife, answer.nodes());
        var allTopics = topics.ask(admin);
        var quorumAnswer = quorum.ask(admin);
        var nodes = brokers.facts(signsOfLife, answer.nodes());
        var allLogDirs = logDirs.ask(admin, nodes);
        var allSettings = settings.ask(admin, nodes);
        return new KafkaClusterFacts(
                answer.uuid(),
                nodes,
                allTopics,
                allLogDirs,
                new Coordination(
                        quorumAnswer.quorum(), quorumAnswer.reassignments(), transactions.ask(admin), allSettings));
    }

    /** Ends the connection at once; a reading under way ends without an answer. */
    @Override
    public void close() {
        connection.close();
    }
}
