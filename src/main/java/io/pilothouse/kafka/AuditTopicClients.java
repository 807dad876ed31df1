package io.pilothouse.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The clients that write and read the audit topic. */
final class AuditTopicClients {

    private static final int DEADLINE_MILLIS = 3_000;

    /** Uncompressed; what the topic takes is counted after compression. */
    private static final int LARGEST_RECORD_BYTES = 16 * 1024 * 1024;

    private AuditTopicClients() {}

    /** Sends until a record is there, in order, and once only: what is repeated after a lost answer is known to the broker by its number. */
    static KafkaProducer<String, String> producer(AuditTopicProperties.Place place) {
        Map<String, Object> settings = common(place);
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (long) DEADLINE_MILLIS,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_RECORD_BYTES,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip"));
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Belongs to no group and commits nothing. */
    static KafkaConsumer<String, String> consumer(AuditTopicProperties.Place place) {
        Map<String, Object> settings = common(place);
        settings.putAll(Map.of(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                DEADLINE_MILLIS,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> common(AuditTopicProperties.Place place) {
        Map<String, Object> settings = new HashMap<>(place.security().properties());
        settings.putAll(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                place.bootstrapServers(),
                CommonClientConfigs.CLIENT_ID_CONFIG,
                "pilothouse-audit",
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                DEADLINE_MILLIS,
                CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
                1_000L,
                CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG,
                2_000L,
                CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500L,
                // brokers that come back under other addresses are found by the configured ones
                CommonClientConfigs.METADATA_RECOVERY_REBOOTSTRAP_TRIGGER_MS_CONFIG,
                10_000L,
                CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG,
                "",
                CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG,
                false));
        return settings;
    }
}
