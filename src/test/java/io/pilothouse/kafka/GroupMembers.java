package io.pilothouse.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.internals.AsyncKafkaConsumer;
import org.apache.kafka.clients.consumer.internals.StreamsRebalanceData;
import org.apache.kafka.clients.consumer.internals.StreamsRebalanceListener;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Real clients that write, and that read as members of groups of each type; they leave their groups when this is closed. */
final class GroupMembers implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final List<AutoCloseable> clients = new ArrayList<>();

    GroupMembers(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Writes so many records to each partition of the topic. */
    void produce(String topic, int partitions, int records) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                StringSerializer.class);
        try (var producer = new KafkaProducer<String, String>(settings)) {
            for (int partition = 0; partition < partitions; partition++) {
                for (int record = 0; record < records; record++) {
                    producer.send(new ProducerRecord<>(topic, partition, "key", "value " + record));
                }
            }
        }
    }

    /** Joins a group and reads all there is; commits, and stays a member. */
    Consumer<String, String> read(String group, String protocol, String topic, int records) {
        var consumer = new KafkaConsumer<String, String>(settings(group, Map.of("group.protocol", protocol)));
        clients.add(() -> consumer.close());
        consumer.subscribe(List.of(topic));
        for (int read = 0; read < records; ) {
            read += consumer.poll(POLL).count();
        }
        consumer.commitSync();
        return consumer;
    }

    /** Joins a share group and acknowledges so many records; the group must be told to begin with the earliest. */
    void share(String group, String topic, int records) {
        Map<String, Object> settings = settings(group, Map.of());
        settings.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
        settings.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
        var consumer = new KafkaShareConsumer<String, String>(settings);
        clients.add(consumer::close);
        consumer.subscribe(List.of(topic));
        for (int read = 0; read < records; ) {
            read += consumer.poll(POLL).count();
            consumer.commitSync();
        }
    }

    /** Joins a streams group as Kafka Streams does, with a topology that only reads the topic. */
    void stream(String group, String topic, int records) {
        var subtopology = new StreamsRebalanceData.Subtopology(Set.of(topic), Set.of(), Map.of(), Map.of(), List.of());
        var streams = new StreamsRebalanceData(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Map.of("0", subtopology),
                Map.of(),
                Map::of,
                Map::of);
        var config = new ConsumerConfig(settings(group, Map.of("group.protocol", "consumer")));
        var consumer = new AsyncKafkaConsumer<>(
                config, new StringDeserializer(), new StringDeserializer(), Optional.of(streams));
        clients.add(consumer::close);
        consumer.subscribe(List.of(topic), new Assigned(streams));
        for (int read = 0; read < records; ) {
            read += consumer.poll(POLL).count();
        }
        consumer.commitSync();
    }

    /** Takes whatever tasks it is given. */
    private record Assigned(StreamsRebalanceData streams) implements StreamsRebalanceListener {

        @Override
        public void onTasksRevoked(Set<StreamsRebalanceData.TaskId> tasks) {
            // it holds nothing that would have to be given back
        }

        @Override
        public void onTasksAssigned(StreamsRebalanceData.Assignment assignment) {
            streams.setReconciledAssignment(assignment);
        }

        @Override
        public void onAllTasksLost() {
            // it holds nothing that could be lost
        }
    }

    private Map<String, Object> settings(String group, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-client");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
        clients.clear();
    }
}
