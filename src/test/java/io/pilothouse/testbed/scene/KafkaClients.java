package io.pilothouse.testbed.scene;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka clients of demo services: patient with absent brokers, and cheap at rest. */
final class KafkaClients {

    private static final int RECONNECT_MILLIS = 2_000;
    private static final int BLOCK_MILLIS = 5_000;
    private static final int DELIVERY_MILLIS = 20_000;
    private static final int REQUEST_MILLIS = 10_000;
    private static final int LINGER_MILLIS = 500;
    private static final int FETCH_WAIT_MILLIS = 1_000;
    private static final int FETCH_BYTES = 1 << 16;

    private KafkaClients() {}

    static KafkaProducer<String, String> producer(ServiceContext context) {
        Map<String, Object> settings = common(context);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        return new KafkaProducer<>(settings);
    }

    /** @param recordsAtOnce what one poll brings at most */
    static KafkaConsumer<String, String> consumer(ServiceContext context, int recordsAtOnce) {
        Map<String, Object> settings = common(context);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, context.required("KAFKA_GROUP_ID"));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, recordsAtOnce);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        context.setting("KAFKA_GROUP_PROTOCOL")
                .ifPresent(protocol -> settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol));
        return new KafkaConsumer<>(settings);
    }

    private static Map<String, Object> common(ServiceContext context) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                context.bootstrapServers().get());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, context.name() + "-" + context.instance());
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS);
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put("enable.metrics.push", false);
        return settings;
    }
}
