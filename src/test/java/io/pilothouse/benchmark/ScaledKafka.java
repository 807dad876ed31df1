package io.pilothouse.benchmark;

import io.pilothouse.kafka.ThreeBrokers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Three brokers of 2 GB with many topics and groups, none of which has members. */
final class ScaledKafka implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 2_048;
    private static final int TOPICS_AT_ONCE = 100;
    private static final int GROUPS_AT_ONCE = 20;
    private static final Duration START = Duration.ofMinutes(2);

    private final ThreeBrokers brokers;

    private ScaledKafka(ThreeBrokers brokers) {
        this.brokers = brokers;
    }

    static ScaledKafka start(Path directory) throws Exception {
        ThreeBrokers brokers = new ThreeBrokers(directory, HEAP_MEGABYTES);
        brokers.startAll();
        return new ScaledKafka(brokers);
    }

    String bootstrapServers() {
        return brokers.bootstrapServers();
    }

    void fill(Scale scale) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Awaitility.await()
                    .atMost(START)
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster()
                                    .nodes()
                                    .get(5, TimeUnit.SECONDS)
                                    .size()
                            == 3);
            for (int begin = 0; begin < scale.topics(); begin += TOPICS_AT_ONCE) {
                create(admin, begin, Math.min(begin + TOPICS_AT_ONCE, scale.topics()));
            }
            Awaitility.await()
                    .atMost(START)
                    .until(() ->
                            admin.listTopics().names().get(30, TimeUnit.SECONDS).size() >= scale.topics());
            for (int begin = 0; begin < scale.groups(); begin += GROUPS_AT_ONCE) {
                commit(admin, begin, Math.min(begin + GROUPS_AT_ONCE, scale.groups()), scale);
            }
        }
    }

    private static void create(Admin admin, int begin, int end) throws Exception {
        List<NewTopic> topics = IntStream.range(begin, end)
                .mapToObj(number -> new NewTopic(Scale.topic(number), Scale.PARTITIONS, (short) 2))
                .toList();
        admin.createTopics(topics, new CreateTopicsOptions().timeoutMs(120_000))
                .all()
                .get(2, TimeUnit.MINUTES);
    }

    /** The first commit of all makes the topic that keeps them, which takes a moment. */
    private static void commit(Admin admin, int begin, int end, Scale scale) {
        Awaitility.await()
                .atMost(START)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> {
                    var answers = new ArrayList<org.apache.kafka.common.KafkaFuture<Void>>();
                    for (int group = begin; group < end; group++) {
                        answers.add(admin.alterConsumerGroupOffsets("readers-" + group, offsets(group, scale))
                                .all());
                    }
                    for (var answer : answers) {
                        answer.get(30, TimeUnit.SECONDS);
                    }
                    return true;
                });
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(int group, Scale scale) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (int topic = 0; topic < Scale.TOPICS_READ; topic++) {
            String name = Scale.topic((group * Scale.TOPICS_READ + topic) % scale.topics());
            for (int partition = 0; partition < Scale.PARTITIONS; partition++) {
                offsets.put(new TopicPartition(name, partition), new OffsetAndMetadata(0, Optional.empty(), ""));
            }
        }
        return offsets;
    }

    @Override
    public void close() {
        brokers.close();
    }
}
