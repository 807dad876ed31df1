package io.pilothouse.kafka;

import io.pilothouse.audit.spi.AuditTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of the audit topic, from a point in time on, and goes on with what is written to it. */
final class AuditTopicReader implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final Map<TopicPartition, Long> ends;

    /** Goes to the first record of each partition that is as old as this or younger. */
    AuditTopicReader(AuditTopicProperties.Place place, List<TopicPartition> partitions, Instant from) {
        consumer = AuditTopicClients.consumer(place);
        try {
            consumer.assign(partitions);
            // before the search, so that what is written meanwhile is behind the end and is read
            ends = new HashMap<>(consumer.endOffsets(partitions));
            Map<TopicPartition, Long> asked = new HashMap<>();
            partitions.forEach(partition -> asked.put(partition, Math.max(0, from.toEpochMilli())));
            consumer.offsetsForTimes(asked)
                    .forEach((partition, begin) ->
                            consumer.seek(partition, begin == null ? end(partition) : begin.offset()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    AuditTopic.Page read() {
        List<String> values = new ArrayList<>();
        for (ConsumerRecord<String, String> read : consumer.poll(WAIT)) {
            if (read.value() != null) {
                values.add(read.value());
            }
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return new AuditTopic.Page(values, ends.isEmpty());
    }

    /** Whether it reads just these. */
    boolean reads(List<TopicPartition> partitions) {
        return consumer.assignment().equals(Set.copyOf(partitions));
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(WAIT));
    }
}
