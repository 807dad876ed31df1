package io.pilothouse.kafka;

import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.TopicSettings.Origin;
import io.pilothouse.fleet.TopicSettings.Setting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The effective settings of topics. To read them costs more than all else, so they are kept for a minute; most topics have the same ones,
 * so each set of settings is in memory once.
 */
final class TopicSettingsReading {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofSeconds(10);

    /** Defaults that are worth knowing; what somebody set is kept in any case. */
    private static final Set<String> KEPT_AS_DEFAULT = Set.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.COMPRESSION_TYPE_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
            TopicConfig.RETENTION_BYTES_CONFIG,
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.SEGMENT_BYTES_CONFIG,
            TopicConfig.SEGMENT_MS_CONFIG,
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG);

    private record Entry(TopicSettings settings, Instant due) {}

    private static final Entry UNKNOWN = new Entry(TopicSettings.UNKNOWN, Instant.MIN);

    private final int topicsPerRequest;
    private final Duration deadline;
    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();

    TopicSettingsReading(int topicsPerRequest, Duration deadline, Clock clock) {
        this.topicsPerRequest = topicsPerRequest;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** The settings of a topic as they were read last. */
    TopicSettings of(String topic) {
        return entry(topic).settings();
    }

    /** Reads first what is not known yet, then what is oldest. A topic that does not tell keeps its last settings until its next turn. */
    void refresh(Admin admin, Set<String> topics) {
        entries.keySet().retainAll(topics);
        Instant now = clock.instant();
        List<String> due = topics.stream()
                .filter(topic -> !entry(topic).due().isAfter(now))
                .sorted(Comparator.comparing(topic -> entry(topic).due()))
                .toList();
        Map<TopicSettings, TopicSettings> distinct = new HashMap<>();
        if (!due.isEmpty()) {
            entries.values().forEach(entry -> distinct.put(entry.settings(), entry.settings()));
        }
        Parts.inTurn(due, topicsPerRequest, deadline, part -> read(admin, part, distinct));
    }

    private void read(Admin admin, List<String> topics, Map<TopicSettings, TopicSettings> distinct) {
        Answers answers = new Answers(deadline);
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var options = new DescribeConfigsOptions().timeoutMs(Answers.millis(deadline));
        admin.describeConfigs(resources, options)
                .values()
                .forEach((topic, answer) -> entries.put(topic.name(), read(topic.name(), answer, answers, distinct)));
    }

    private Entry read(
            String topic, KafkaFuture<Config> answer, Answers answers, Map<TopicSettings, TopicSettings> distinct) {
        try {
            TopicSettings settings = reduced(answers.await(answer));
            TopicSettings shared = Optional.ofNullable(distinct.putIfAbsent(settings, settings))
                    .orElse(settings);
            return new Entry(shared, clock.instant().plus(KEPT));
        } catch (NoAnswer e) {
            return new Entry(of(topic), clock.instant().plus(UNTIL_NEXT_ATTEMPT));
        }
    }

    private static TopicSettings reduced(Config config) {
        return new TopicSettings(config.entries().stream()
                .filter(entry -> entry.value() != null)
                .filter(entry -> origin(entry) != Origin.DEFAULT || KEPT_AS_DEFAULT.contains(entry.name()))
                .map(entry -> new Setting(entry.name(), entry.value(), origin(entry)))
                .toList());
    }

    private static Origin origin(ConfigEntry entry) {
        return switch (entry.source()) {
            case DYNAMIC_TOPIC_CONFIG -> Origin.TOPIC;
            case DYNAMIC_DEFAULT_BROKER_CONFIG -> Origin.CLUSTER;
            case DYNAMIC_BROKER_CONFIG, STATIC_BROKER_CONFIG -> Origin.BROKER;
            default -> Origin.DEFAULT;
        };
    }

    private Entry entry(String topic) {
        return entries.getOrDefault(topic, UNKNOWN);
    }
}
