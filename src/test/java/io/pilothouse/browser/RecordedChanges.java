package io.pilothouse.browser;

import io.pilothouse.testbed.LocalPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an audit topic of the local platform holds, as a plain consumer reads it. */
final class RecordedChanges {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LocalPlatform platform;
    private final String topic;

    RecordedChanges(LocalPlatform platform, String topic) {
        this.platform = platform;
        this.topic = topic;
    }

    /** The stages that are recorded of a change, in their order, each as often as it is there. */
    List<String> of(String change) {
        return all().stream()
                .filter(record -> record.path("change").asString().equals(change))
                .map(record -> record.path("stage").asString())
                .toList();
    }

    /** All records. */
    List<JsonNode> all() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", platform.kafka().bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions, PATIENCE);
            List<JsonNode> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(read -> records.add(JsonMapper.shared().readTree(read.value())));
            }
            return records;
        }
    }
}
