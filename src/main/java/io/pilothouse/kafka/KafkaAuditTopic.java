package io.pilothouse.kafka;

import io.pilothouse.audit.spi.AuditTopic;
import io.pilothouse.audit.spi.AuditTopicUnavailable;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit topic in the cluster that the settings name. */
@Component
class KafkaAuditTopic implements AuditTopic {

    private static final Duration END = Duration.ofMillis(500);

    private final AuditTopicProperties properties;
    private final AuditTopicFailures failures;
    private final Optional<AuditTopicProperties.Place> place;
    private @Nullable AuditTopicCreation topic;
    private @Nullable AuditTopicReader reader;
    private @Nullable KafkaProducer<String, String> producer;
    private Instant begin = Instant.EPOCH;

    KafkaAuditTopic(AuditTopicProperties properties, KafkaProperties clusters, Clock clock) {
        this.properties = properties;
        this.place = properties.place(clusters);
        this.failures = new AuditTopicFailures(properties, place, clock);
    }

    @Override
    public Optional<Failure> notConfigured() {
        return place.isEmpty() ? Optional.of(failures.notConfigured()) : Optional.empty();
    }

    @Override
    public void open(Instant from) throws AuditTopicUnavailable {
        begin = from;
        check();
    }

    @Override
    public Page read() throws AuditTopicUnavailable {
        if (reader == null) {
            return new Page(List.of(), false);
        }
        try {
            return reader.read();
        } catch (KafkaException e) {
            throw failures.of(e);
        }
    }

    @Override
    public CompletableFuture<Void> send(Message message) throws AuditTopicUnavailable {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        try {
            if (producer == null) {
                producer = AuditTopicClients.producer(configured());
            }
            var sent = new ProducerRecord<>(
                    properties.topic(), null, message.at().toEpochMilli(), message.key(), message.value());
            Future<RecordMetadata> sending = producer.send(sent, (_, problem) -> {
                if (problem == null) {
                    answer.complete(null);
                } else {
                    answer.completeExceptionally(failures.refused(problem));
                }
            });
            if (sending.state() == Future.State.FAILED && sending.exceptionNow() instanceof TimeoutException notTaken) {
                throw failures.of(notTaken);
            }
            return answer;
        } catch (KafkaException e) {
            closeProducer();
            throw failures.of(e);
        }
    }

    @Override
    public void check() throws AuditTopicUnavailable {
        try {
            if (topic == null) {
                topic = new AuditTopicCreation(properties, configured());
            }
            List<TopicPartition> partitions = topic.writablePartitions();
            if (reader == null || !reader.reads(partitions)) {
                closeReader();
                reader = new AuditTopicReader(configured(), partitions, begin);
            }
        } catch (NoAnswer e) {
            throw failures.of(e.reason());
        } catch (KafkaException e) {
            throw failures.of(e);
        }
    }

    @Override
    public void close() {
        closeReader();
        closeProducer();
        if (topic != null) {
            topic.close();
            topic = null;
        }
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(END);
            producer = null;
        }
    }

    private AuditTopicProperties.Place configured() {
        return place.orElseThrow(() -> new IllegalStateException("no cluster is set for the audit topic"));
    }
}
