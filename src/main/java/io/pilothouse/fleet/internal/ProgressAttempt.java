package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.ProgressFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how far one cluster's partitions are written and read, going by what the cluster said last of its partitions and brokers; while
 * that cannot be had, it asks for nothing.
 */
final class ProgressAttempt implements RepeatedReading.Attempt<Progress> {

    private final KafkaFacts kafka;
    private final KafkaConnection connection;
    private final ProgressRecorder recorder = new ProgressRecorder();
    private volatile @Nullable KafkaClusterFacts cluster;
    private volatile @Nullable SourceUnavailable unavailable;

    ProgressAttempt(KafkaFacts kafka, KafkaConnection connection) {
        this.kafka = kafka;
        this.connection = connection;
    }

    /** Reads the cluster itself, and goes by the answer from now on. */
    KafkaClusterFacts noting(RepeatedReading.Attempt<KafkaClusterFacts> reading) throws SourceUnavailable {
        try {
            KafkaClusterFacts facts = reading.read();
            cluster = facts;
            unavailable = null;
            return facts;
        } catch (SourceUnavailable e) {
            unavailable = e;
            throw e;
        }
    }

    /** Whether the cluster has told what there is to ask for. */
    boolean ready() {
        return cluster != null;
    }

    @Override
    public Progress read() throws SourceUnavailable {
        SourceUnavailable problem = unavailable;
        if (problem != null) {
            throw new SourceUnavailable(problem.failure());
        }
        ProgressFacts facts =
                kafka.readProgress(connection, Optional.ofNullable(cluster).orElseThrow());
        recorder.record(facts);
        Map<PartitionId, Instant> questions = recorder.questions(facts.at());
        if (!questions.isEmpty()) {
            recorder.answered(questions, kafka.offsetsAt(connection, questions));
        }
        Set<PartitionId> resting = recorder.resting();
        if (!resting.isEmpty()) {
            recorder.written(kafka.lastRecords(connection, resting));
        }
        return new Progress(facts, recorder.history());
    }
}
