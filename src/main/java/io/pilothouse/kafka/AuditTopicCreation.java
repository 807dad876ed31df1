package io.pilothouse.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the audit topic if it is missing, and asks how it is. */
final class AuditTopicCreation {

    private static final Logger log = LoggerFactory.getLogger(AuditTopicCreation.class);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int MILLIS = Answers.millis(DEADLINE);

    /** From this many replicas on one may be missing and the topic can still be written; two hold each record at least. */
    private static final int ENOUGH_FOR_TWO_IN_SYNC = 3;

    /** Before and after of a large object are in one record. */
    private static final int LARGEST_BATCH_BYTES = 8 * 1024 * 1024;

    private final AuditTopicProperties properties;
    private final AdminConnection connection;
    private boolean compared;

    AuditTopicCreation(AuditTopicProperties properties, AuditTopicProperties.Place place) {
        this.properties = properties;
        this.connection = new AdminConnection(place.bootstrapServers(), place.security(), "pilothouse-audit", DEADLINE);
    }

    /** The partitions of the topic, each with a leader and with replicas in sync as many as the topic wants. */
    List<TopicPartition> writablePartitions() throws NoAnswer {
        Admin admin = connection.admin(DEADLINE);
        TopicDescription topic = described(admin);
        int wanted = minimumInSync(admin);
        for (TopicPartitionInfo partition : topic.partitions()) {
            int inSync = partition.leader() == null ? 0 : partition.isr().size();
            if (inSync < Math.max(wanted, 1)) {
                throw new NoAnswer(new NotEnoughReplicasException("partition " + partition.partition() + " has "
                        + inSync + " of " + partition.replicas().size() + " replicas in sync, and needs " + wanted));
            }
        }
        compare(topic);
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(properties.topic(), partition.partition()))
                .toList();
    }

    void close() {
        connection.close();
    }

    private TopicDescription described(Admin admin) throws NoAnswer {
        try {
            return describe(admin);
        } catch (NoAnswer e) {
            if (!(e.reason() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            create(admin);
            return describe(admin);
        }
    }

    private TopicDescription describe(Admin admin) throws NoAnswer {
        String name = properties.topic();
        var answers = admin.describeTopics(
                        TopicCollection.ofTopicNames(List.of(name)), new DescribeTopicsOptions().timeoutMs(MILLIS))
                .topicNameValues();
        return new Answers(DEADLINE)
                .await(Optional.ofNullable(answers.get(name)).orElseThrow());
    }

    private void create(Admin admin) throws NoAnswer {
        int minimum = properties.replicationFactor() >= ENOUGH_FOR_TWO_IN_SYNC ? 2 : 1;
        NewTopic topic = new NewTopic(properties.topic(), properties.partitions(), properties.replicationFactor())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(properties.retention().toMillis()),
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        String.valueOf(minimum),
                        TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                        "false",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(LARGEST_BATCH_BYTES)));
        try {
            new Answers(DEADLINE)
                    .await(admin.createTopics(List.of(topic), new CreateTopicsOptions().timeoutMs(MILLIS))
                            .all());
            log.info("The audit topic {} was created", properties.topic());
        } catch (NoAnswer e) {
            if (!(e.reason() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private int minimumInSync(Admin admin) throws NoAnswer {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, properties.topic());
        var answers = admin.describeConfigs(List.of(topic), new DescribeConfigsOptions().timeoutMs(MILLIS))
                .values();
        Config settings = new Answers(DEADLINE)
                .await(Optional.ofNullable(answers.get(topic)).orElseThrow());
        return Optional.ofNullable(settings.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))
                .map(setting -> Integer.parseInt(setting.value()))
                .orElse(1);
    }

    /** Somebody else's topic is used as it is, but once it is said that it keeps less than was wanted. */
    private void compare(TopicDescription topic) {
        int replicas = topic.partitions().getFirst().replicas().size();
        if (!compared && replicas < properties.replicationFactor()) {
            log.warn(
                    "The audit topic {} has {} replicas and not {} as pilothouse.audit.replication-factor says; it is used as it is",
                    properties.topic(),
                    replicas,
                    properties.replicationFactor());
        }
        compared = true;
    }
}
