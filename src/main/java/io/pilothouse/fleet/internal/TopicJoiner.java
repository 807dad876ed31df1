package io.pilothouse.fleet.internal;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.LogDirFacts;
import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.fleet.spi.TopicFacts.PartitionFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins the topics of one cluster with where their replicas lie, how large they are, and how far they are written. */
final class TopicJoiner {

    private final ClusterId cluster;
    private final Optional<Failure> silence;
    private final Optional<Progress> progress;
    private final Map<Integer, String> zones = new HashMap<>();
    private final Map<Integer, Map<PartitionId, ByteSize>> sizes = new HashMap<>();
    private final Set<Integer> moving;
    private final Observed<Long> unasked;

    /**
     * @param silence why nothing newer could be had, if the cluster does not answer at all
     */
    TopicJoiner(
            ClusterId cluster,
            KafkaClusterFacts kafka,
            Optional<Failure> silence,
            List<Broker> brokers,
            Optional<Progress> progress,
            Instant now) {
        this.cluster = cluster;
        this.silence = silence;
        this.progress = progress;
        this.moving = brokers.stream()
                .filter(broker -> broker.health().state() == HealthState.PROGRESSING)
                .map(Broker::id)
                .collect(Collectors.toSet());
        for (Broker broker : brokers) {
            broker.rack().or(() -> broker.pod().flatMap(Pod::zone)).ifPresent(zone -> zones.put(broker.id(), zone));
        }
        kafka.logDirs()
                .forEach((broker, dirs) ->
                        dirs.known().map(LogDirFacts::replicas).ifPresent(replicas -> sizes.put(broker, replicas)));
        this.unasked = new Observed.Missing<>(new Failure(
                Failure.Kind.PREPARING,
                "Offsets are being asked for the first time",
                "How far partitions are written is not known yet.",
                "It appears by itself within seconds.",
                "",
                now));
    }

    /**
     * @param readers names of the groups that read it
     * @param continued gives a state the beginning that it had in the picture before
     */
    Topic join(TopicFacts facts, List<String> readers, UnaryOperator<Health> continued) {
        List<Partition> partitions = facts.partitions().stream()
                .map(partition -> partition(facts, partition))
                .toList();
        return new Topic(
                new TopicId(cluster, facts.name()),
                facts.internal(),
                continued.apply(health(partitions)),
                facts.settings(),
                partitions,
                size(partitions),
                produced(facts),
                lastWritten(facts.name(), partitions),
                readers);
    }

    private Health health(List<Partition> partitions) {
        return silence.map(failure -> Health.unknown("no broker answers").since(failure.since()))
                .orElseGet(() -> TopicRules.health(partitions, moving));
    }

    private Partition partition(TopicFacts topic, PartitionFacts facts) {
        PartitionId id = new PartitionId(topic.name(), facts.number());
        return new Partition(
                facts.number(),
                facts.leader(),
                facts.replicas(),
                facts.inSync(),
                Partition.Condition.of(
                        facts.leader(), facts.replicas().size(), facts.inSync().size(), topic.minimumInSync()),
                zones(facts.replicas()),
                sizes(id, facts.replicas()),
                end(id));
    }

    private Observed<Long> end(PartitionId id) {
        Observed<Long> told = progress.flatMap(
                        known -> Optional.ofNullable(known.facts().ends().get(id)))
                .orElse(unasked);
        return silence.map(told::after).orElse(told);
    }

    private List<String> zones(List<Integer> replicas) {
        List<String> known =
                replicas.stream().filter(zones::containsKey).map(zones::get).toList();
        return known.size() < replicas.size()
                ? List.of()
                : known.stream().distinct().sorted().toList();
    }

    private Map<Integer, ByteSize> sizes(PartitionId id, List<Integer> replicas) {
        Map<Integer, ByteSize> known = new HashMap<>();
        for (int replica : replicas) {
            Optional.ofNullable(sizes.getOrDefault(replica, Map.of()).get(id))
                    .ifPresent(size -> known.put(replica, size));
        }
        return known;
    }

    private static Optional<ByteSize> size(List<Partition> partitions) {
        boolean complete = partitions.stream()
                .allMatch(partition ->
                        partition.sizes().size() == partition.replicas().size());
        return complete
                ? partitions.stream()
                        .flatMap(partition -> partition.sizes().values().stream())
                        .reduce(ByteSize::plus)
                : Optional.empty();
    }

    private Optional<Instant> lastWritten(String topic, List<Partition> partitions) {
        Optional<Instant> last = Optional.empty();
        for (Partition partition : partitions) {
            boolean empty = partition.end().known().filter(end -> end == 0).isPresent();
            Optional<Instant> written = progress.flatMap(known ->
                    Optional.ofNullable(known.history().lastRecords().get(new PartitionId(topic, partition.number()))));
            if (written.isEmpty() && !empty) {
                return Optional.empty();
            }
            last = Stream.concat(last.stream(), written.stream()).max(Instant::compareTo);
        }
        return last;
    }

    private Optional<Double> produced(TopicFacts topic) {
        double sum = 0;
        for (PartitionFacts partition : topic.partitions()) {
            PartitionId id = new PartitionId(topic.name(), partition.number());
            Optional<Double> rate = progress.flatMap(known -> known.history()
                    .end(id)
                    .flatMap(track ->
                            track.rateSince(known.facts().at().minus(LagRules.WINDOW), LagRules.SHORTEST_WINDOW)));
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            sum += rate.orElseThrow();
        }
        return Optional.of(sum);
    }
}
