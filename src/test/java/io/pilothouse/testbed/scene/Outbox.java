package io.pilothouse.testbed.scene;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Where a service without input sends to: what no broker takes in time is dropped, counted and logged. */
final class Outbox implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final ServiceContext context;
    private final String topic;
    private final String logger;
    private final KafkaProducer<String, String> producer;
    private final AtomicLong acknowledged = new AtomicLong();

    Outbox(ServiceContext context, String topic, String logger) {
        this.context = context;
        this.topic = topic;
        this.logger = logger;
        this.producer = KafkaClients.producer(context);
    }

    /** Sends without waiting for the answer; waits up to 5 s if no broker is known. */
    void send(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.incrementAndGet();
                    context.metrics().produced(topic, 1);
                } else {
                    failed(failure);
                }
            });
        } catch (KafkaException e) {
            failed(e);
        }
    }

    long acknowledged() {
        return acknowledged.get();
    }

    private void failed(Exception failure) {
        context.metrics().failed();
        context.log().warn(logger, "A record for " + topic + " could not be written: " + failure.getMessage());
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
