package io.pilothouse.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes twenty records a second to a topic, each to be acknowledged by all in-sync replicas, and counts what becomes of them. */
final class SteadyProducer implements AutoCloseable {

    private static final int MILLIS_A_RECORD = 50;

    private final String bootstrapServers;
    private final String topic;
    private final KafkaProducer<String, String> producer;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("steady-producer").factory());
    private final Future<?> work;

    /** Begins at once. */
    SteadyProducer(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        this.work = clock.scheduleAtFixedRate(this::write, 0, MILLIS_A_RECORD, TimeUnit.MILLISECONDS);
    }

    private void write() {
        producer.send(new ProducerRecord<>(topic, "value"), (_, failure) -> {
            if (failure == null) {
                acknowledged.incrementAndGet();
            } else {
                failures.add(failure);
            }
        });
    }

    List<Exception> failures() {
        return List.copyOf(failures);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** How many records the topic holds now. */
    long found() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions =
                    admin.describeTopics(List.of(topic)).allTopicNames().get(30, TimeUnit.SECONDS).values().stream()
                            .flatMap(described -> described.partitions().stream())
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get(30, TimeUnit.SECONDS).values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        work.cancel(false);
        clock.shutdown();
        producer.close(Duration.ofSeconds(10));
    }
}
