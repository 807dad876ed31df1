package io.pilothouse.kafka;

import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.fleet.spi.TopicFacts.PartitionFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Topics as brokers described them last, each with its own age, read in parts. */
final class TopicDescriptions {

    private record Described(boolean internal, List<PartitionFacts> partitions, Instant at) {}

    private final int topicsPerRequest;
    private final Duration deadline;
    private final Clock clock;
    private final Map<String, Described> described = new HashMap<>();

    TopicDescriptions(int topicsPerRequest, Duration deadline, Clock clock) {
        this.topicsPerRequest = topicsPerRequest;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * Has these topics described and forgets all others. What was described longest ago comes first, so that where there are more topics
     * than can be told in time, the next time continues where this one ends.
     *
     * @throws NoAnswer when some topics could not be described; the others are up to date
     */
    void update(Admin admin, Set<String> topics) throws NoAnswer {
        described.keySet().retainAll(topics);
        List<String> oldestFirst =
                topics.stream().sorted(Comparator.comparing(this::describedAt)).toList();
        List<NoAnswer> problems = new ArrayList<>();
        Parts.inTurn(oldestFirst, topicsPerRequest, deadline, part -> describe(admin, part, problems));
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
    }

    /** Whether each of these topics was ever described. */
    boolean knowsAll(Set<String> topics) {
        return described.keySet().containsAll(topics);
    }

    /** The names of all topics that were described. */
    Set<String> names() {
        return described.keySet();
    }

    /** When the topic was described that this is longest ago for; empty when none was. */
    Optional<Instant> oldest() {
        return described.values().stream().map(Described::at).min(Comparator.naturalOrder());
    }

    /** All that is known, by name. */
    List<TopicFacts> facts(TopicSettingsReading settings) {
        return described.entrySet().stream()
                .map(topic -> new TopicFacts(
                        topic.getKey(),
                        topic.getValue().internal(),
                        settings.of(topic.getKey()),
                        topic.getValue().partitions()))
                .sorted(Comparator.comparing(TopicFacts::name))
                .toList();
    }

    private void describe(Admin admin, List<String> topics, List<NoAnswer> problems) {
        Answers answers = new Answers(deadline);
        var options = new DescribeTopicsOptions().timeoutMs(Answers.millis(deadline));
        admin.describeTopics(TopicCollection.ofTopicNames(topics), options)
                .topicNameValues()
                .forEach((topic, answer) -> keep(topic, answer, answers, problems));
    }

    private void keep(String topic, KafkaFuture<TopicDescription> answer, Answers answers, List<NoAnswer> problems) {
        try {
            TopicDescription description = answers.await(answer);
            List<PartitionFacts> partitions = description.partitions().stream()
                    .map(TopicDescriptions::partition)
                    .toList();
            described.put(topic, new Described(description.isInternal(), partitions, clock.instant()));
        } catch (NoAnswer e) {
            if (e.reason() instanceof UnknownTopicOrPartitionException) {
                described.remove(topic);
            } else {
                problems.add(e);
            }
        }
    }

    private static PartitionFacts partition(TopicPartitionInfo partition) {
        return new PartitionFacts(
                partition.partition(), leader(partition.leader()), ids(partition.replicas()), ids(partition.isr()));
    }

    private static OptionalInt leader(@Nullable Node leader) {
        return leader == null || leader.isEmpty() ? OptionalInt.empty() : OptionalInt.of(leader.id());
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    private Instant describedAt(String topic) {
        return Optional.ofNullable(described.get(topic)).map(Described::at).orElse(Instant.MIN);
    }
}
