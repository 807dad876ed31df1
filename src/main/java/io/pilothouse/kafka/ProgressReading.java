package io.pilothouse.kafka;

import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.ProgressFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;

/**
 * Reads how far one cluster's partitions are written and read, and remembers what was said last. With a client of its own: the client
 * has one question at a time on the way to a broker, and what hangs here must not keep brokers from giving signs of life there.
 */
final class ProgressReading implements AutoCloseable {

    private final Lock oneAtATime = new ReentrantLock();
    private final Clock clock;
    private final Duration deadline;
    private final PartFailures failures;
    private final AdminConnection connection;
    private final EndOffsetsQuestion ends;
    private final GroupsQuestion groups;

    ProgressReading(KafkaConnection connection, KafkaProperties properties, Clock clock) {
        KafkaProperties.Deadlines deadlines = properties.deadlines();
        this.clock = clock;
        this.deadline = deadlines.cluster();
        this.failures = new PartFailures(clock);
        this.connection = new AdminConnection(
                connection.bootstrapServers(),
                properties.security(connection.cluster()),
                "pilothouse-progress",
                deadlines.longest());
        this.ends = new EndOffsetsQuestion(deadlines.offsets(), failures, clock);
        this.groups = new GroupsQuestion(properties.groupsPerRequest(), deadlines.groups(), failures, clock);
    }

    /** Waits for a reading that is under way, then reads anew. */
    ProgressFacts read(KafkaClusterFacts cluster) throws SourceUnavailable {
        oneAtATime.lock();
        try {
            Admin admin = connection.admin(deadline);
            Instant at = clock.instant();
            var allEnds = ends.ask(admin, cluster);
            return new ProgressFacts(at, allEnds, groups.ask(admin, ends::end));
        } catch (NoAnswer e) {
            throw new SourceUnavailable(failures.of(
                    e, "Groups and offsets could not be asked for", "How far they are is shown as it was last."));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** As {@link EndOffsetsQuestion#at}; nothing while the client cannot be had. */
    Map<PartitionId, Long> offsetsAt(Map<PartitionId, Instant> moments) {
        return asking(admin -> ends.at(admin, moments));
    }

    /** As {@link EndOffsetsQuestion#lastRecords}; nothing while the client cannot be had. */
    Map<PartitionId, Instant> lastRecords(Set<PartitionId> partitions) {
        return asking(admin -> ends.lastRecords(admin, partitions));
    }

    private <V> Map<PartitionId, V> asking(Function<Admin, Map<PartitionId, V>> question) {
        oneAtATime.lock();
        try {
            return question.apply(connection.admin(deadline));
        } catch (NoAnswer e) {
            return Map.of();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Ends the connection at once; a reading under way ends without an answer. */
    @Override
    public void close() {
        connection.close();
    }
}
