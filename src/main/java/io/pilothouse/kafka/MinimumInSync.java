package io.pilothouse.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The effective {@code min.insync.replicas} of topics. Brokers tell it only together with all the topic's other settings, which costs more
 * than all else, so it is kept for a minute.
 */
final class MinimumInSync {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofSeconds(10);

    private record Entry(OptionalInt value, Instant due) {}

    private static final Entry UNKNOWN = new Entry(OptionalInt.empty(), Instant.MIN);

    private final int topicsPerRequest;
    private final Duration deadline;
    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();

    MinimumInSync(int topicsPerRequest, Duration deadline, Clock clock) {
        this.topicsPerRequest = topicsPerRequest;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** The setting of a topic as it was read last; empty when it never was. */
    OptionalInt of(String topic) {
        return entry(topic).value();
    }

    /** Reads first what is not known yet, then what is oldest. A topic that does not tell keeps its last value until its next turn. */
    void refresh(Admin admin, Set<String> topics) {
        entries.keySet().retainAll(topics);
        Instant now = clock.instant();
        List<String> due = topics.stream()
                .filter(topic -> !entry(topic).due().isAfter(now))
                .sorted(Comparator.comparing(topic -> entry(topic).due()))
                .toList();
        Parts.inTurn(due, topicsPerRequest, deadline, part -> read(admin, part));
    }

    private void read(Admin admin, List<String> topics) {
        Answers answers = new Answers(deadline);
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var options = new DescribeConfigsOptions().timeoutMs(Answers.millis(deadline));
        admin.describeConfigs(resources, options)
                .values()
                .forEach((topic, answer) -> entries.put(topic.name(), read(topic.name(), answer, answers)));
    }

    private Entry read(String topic, KafkaFuture<Config> answer, Answers answers) {
        try {
            ConfigEntry setting = answers.await(answer).get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
            return new Entry(
                    Optional.ofNullable(setting)
                            .map(ConfigEntry::value)
                            .map(value -> OptionalInt.of(Integer.parseInt(value)))
                            .orElse(OptionalInt.empty()),
                    clock.instant().plus(KEPT));
        } catch (NoAnswer e) {
            return new Entry(of(topic), clock.instant().plus(UNTIL_NEXT_ATTEMPT));
        }
    }

    private Entry entry(String topic) {
        return entries.getOrDefault(topic, UNKNOWN);
    }
}
