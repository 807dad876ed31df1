package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * Joins what Kafka clusters hold: topics and groups. Where nothing was told anew, nothing is joined; and what did not change is the same
 * instance as in the picture before.
 */
final class ContentsJoiner {

    private final Facts facts;
    private final FleetJoiner.Joined before;
    private final Instant now;
    private final boolean samePods;
    private final Supplier<Optional<PodAddresses>> pods;

    /** What a cluster holds. */
    record Contents(Observed<List<Topic>> topics, Observed<List<ConsumerGroup>> groups) {}

    ContentsJoiner(Facts facts, FleetJoiner.Joined before, Instant now) {
        this.facts = facts;
        this.before = before;
        this.now = now;
        this.samePods = PodAddresses.same(facts.kubernetes(), before.facts().kubernetes());
        this.pods = SingletonSupplier.of(() -> facts.kubernetes().known().map(PodAddresses::new));
    }

    /** What the cluster with these brokers holds. */
    Contents join(ClusterId cluster, Observed<KafkaClusterFacts> kafka, List<Broker> brokers) {
        Optional<KafkaCluster> earlier = before.fleet().cluster(cluster);
        boolean unchanged = samePods
                && facts.kafka().get(cluster) == before.facts().kafka().get(cluster)
                && facts.progress().get(cluster) == before.facts().progress().get(cluster)
                && earlier.filter(known -> known.brokers().equals(brokers)).isPresent();
        if (unchanged) {
            return new Contents(
                    earlier.orElseThrow().topics(), earlier.orElseThrow().groups());
        }
        Observed<Progress> progress = Optional.ofNullable(facts.progress().get(cluster))
                .orElseGet(() -> kafka.flatMap(_ -> notAsked(cluster)));
        var groups = groups(cluster, progress, earlier.map(KafkaCluster::groups));
        var joiner =
                kafka.map(known -> new TopicJoiner(cluster, known, kafka.problem(), brokers, progress.known(), now));
        return new Contents(topics(kafka, joiner, groups, earlier.map(KafkaCluster::topics)), groups);
    }

    private Observed<List<ConsumerGroup>> groups(
            ClusterId cluster, Observed<Progress> progress, Optional<Observed<List<ConsumerGroup>>> before) {
        Map<String, ConsumerGroup> earlier = byName(before, group -> group.id().name());
        return progress.flatMap(known -> {
            GroupJoiner joiner = new GroupJoiner(cluster, known, progress.problem(), pods.get());
            return known.facts()
                    .groups()
                    .map(groups -> groups.stream()
                            .map(group -> {
                                Optional<ConsumerGroup> same = Optional.ofNullable(earlier.get(group.name()));
                                return kept(
                                        joiner.join(group, continued(same.map(ConsumerGroup::health), before)), same);
                            })
                            .toList());
        });
    }

    private Observed<List<Topic>> topics(
            Observed<KafkaClusterFacts> kafka,
            Observed<TopicJoiner> joiner,
            Observed<List<ConsumerGroup>> groups,
            Optional<Observed<List<Topic>>> before) {
        Map<String, Topic> earlier = byName(before, topic -> topic.id().name());
        Map<String, List<String>> readers = readers(groups.known().orElse(List.of()));
        return joiner.flatMap(join -> kafka.flatMap(KafkaClusterFacts::topics)
                .map(topics -> topics.stream()
                        .map(topic -> {
                            Optional<Topic> same = Optional.ofNullable(earlier.get(topic.name()));
                            List<String> readBy = readers.getOrDefault(topic.name(), List.of());
                            return kept(join.join(topic, readBy, continued(same.map(Topic::health), before)), same);
                        })
                        .toList()));
    }

    /** Gives a state its beginning; what is there when a cluster is first read says nothing about the time before. */
    private <T> UnaryOperator<Health> continued(Optional<Health> earlier, Optional<Observed<List<T>>> before) {
        boolean first = before.flatMap(Observed::known).isEmpty();
        return health -> Continuity.continued(health, earlier, first, now);
    }

    private static <T> T kept(T joined, Optional<T> before) {
        return before.filter(joined::equals).orElse(joined);
    }

    private Observed<Progress> notAsked(ClusterId cluster) {
        return new Observed.Missing<>(new Failure(
                Failure.Kind.PREPARING,
                "The groups of Kafka cluster " + cluster + " are being asked for the first time",
                "Groups and offsets cannot be shown yet.",
                "They appear by themselves within seconds.",
                "",
                now));
    }

    private static Map<String, List<String>> readers(List<ConsumerGroup> groups) {
        Map<String, List<String>> readers = new HashMap<>();
        for (ConsumerGroup group : groups) {
            group.topics()
                    .forEach(topic -> readers.computeIfAbsent(topic, _ -> new ArrayList<>())
                            .add(group.id().name()));
        }
        return readers;
    }

    private static <T> Map<String, T> byName(Optional<Observed<List<T>>> objects, Function<T, String> name) {
        return objects.flatMap(Observed::known).orElse(List.of()).stream()
                .collect(Collectors.toMap(name, Function.identity()));
    }
}
