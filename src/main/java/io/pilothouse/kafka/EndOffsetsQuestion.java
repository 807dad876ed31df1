package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import io.pilothouse.fleet.spi.TopicFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the leaders of partitions for offsets. The client asks on for a leader that is gone until the deadline, so what has no leader, or
 * one that gives no sign of life, is not asked for; and each partition's answer is taken on its own.
 */
final class EndOffsetsQuestion {

    private static final int PARTITIONS_PER_REQUEST = 2_000;
    private static final String MEANING = "What is shown of these partitions is from before.";

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private final Map<PartitionId, Observed<Long>> last = new HashMap<>();

    EndOffsetsQuestion(Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /** The end offset of each partition that the cluster told of, as its leader told it last. */
    Map<PartitionId, Observed<Long>> ask(Admin admin, KafkaClusterFacts cluster) {
        Map<PartitionId, Optional<Failure>> obstacles = obstacles(cluster);
        last.keySet().retainAll(obstacles.keySet());
        List<PartitionId> open = new ArrayList<>();
        obstacles.forEach((partition, obstacle) ->
                obstacle.ifPresentOrElse(failure -> failed(partition, failure), () -> open.add(partition)));
        open.sort(Comparator.comparing(this::observedAt));
        Parts.inTurn(open, PARTITIONS_PER_REQUEST, deadline, part -> read(admin, part));
        return Map.copyOf(last);
    }

    /** The offset of the first record at or after each of the moments, else the end offset; only where a leader answered. */
    Map<PartitionId, Long> at(Admin admin, Map<PartitionId, Instant> moments) {
        Map<PartitionId, OffsetSpec> wanted = moments.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        moment -> OffsetSpec.forTimestamp(moment.getValue().toEpochMilli())));
        return answered(
                admin, wanted, (partition, told) -> told.offset() >= 0 ? Optional.of(told.offset()) : end(partition));
    }

    /** The greatest timestamp of each partition's records; only where there are records and a leader answered. */
    Map<PartitionId, Instant> lastRecords(Admin admin, Set<PartitionId> partitions) {
        Map<PartitionId, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.maxTimestamp()));
        return answered(
                admin,
                wanted,
                (_, told) ->
                        told.timestamp() < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told.timestamp())));
    }

    /** What could not be had is asked again at the next reading. */
    private <V> Map<PartitionId, V> answered(
            Admin admin,
            Map<PartitionId, OffsetSpec> wanted,
            BiFunction<PartitionId, ListOffsetsResultInfo, Optional<V>> value) {
        Answers answers = new Answers(deadline);
        ListOffsetsResult result = ask(admin, wanted);
        Map<PartitionId, V> values = new HashMap<>();
        for (PartitionId partition : wanted.keySet()) {
            answer(result, partition, answers)
                    .flatMap(told -> value.apply(partition, told))
                    .ifPresent(known -> values.put(partition, known));
        }
        return values;
    }

    private static Optional<ListOffsetsResultInfo> answer(
            ListOffsetsResult result, PartitionId partition, Answers answers) {
        try {
            return Optional.of(answers.await(result.partitionResult(kafkas(partition))));
        } catch (NoAnswer e) {
            return Optional.empty();
        }
    }

    private void read(Admin admin, List<PartitionId> partitions) {
        Answers answers = new Answers(deadline);
        Instant at = clock.instant();
        ListOffsetsResult result =
                ask(admin, partitions.stream().collect(Collectors.toMap(part -> part, _ -> OffsetSpec.latest())));
        Optional<Failure> failure = Optional.empty();
        for (PartitionId partition : partitions) {
            try {
                long end =
                        answers.await(result.partitionResult(kafkas(partition))).offset();
                last.put(partition, new Observed.Fresh<>(end, at));
            } catch (NoAnswer e) {
                Failure told = failure.orElseGet(() ->
                        failures.of(e, "Some leaders did not tell how far their partitions are written", MEANING));
                failure = Optional.of(told);
                failed(partition, told);
            }
        }
    }

    private ListOffsetsResult ask(Admin admin, Map<PartitionId, OffsetSpec> wanted) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        wanted.forEach((partition, spec) -> partitions.put(kafkas(partition), spec));
        return admin.listOffsets(partitions, new ListOffsetsOptions().timeoutMs(Answers.millis(deadline)));
    }

    /** All partitions, with what keeps each from being asked for, if something does. */
    private Map<PartitionId, Optional<Failure>> obstacles(KafkaClusterFacts cluster) {
        Map<Integer, Failure> silent = new HashMap<>();
        for (KafkaNodeFacts node : cluster.nodes()) {
            node.answered().problem().ifPresent(problem -> silent.put(node.id(), problem));
        }
        Failure leaderless = failures.of(
                Failure.Kind.UNREACHABLE,
                "The partition has no leader",
                "How far it is written is not known before it has one again.",
                "Bring back a broker that holds one of its in-sync replicas.",
                "");
        Map<PartitionId, Optional<Failure>> obstacles = new HashMap<>();
        for (TopicFacts topic : cluster.topics().known().orElse(List.of())) {
            for (TopicFacts.PartitionFacts partition : topic.partitions()) {
                Optional<Failure> obstacle = partition.leader().isEmpty()
                        ? Optional.of(leaderless)
                        : Optional.ofNullable(silent.get(partition.leader().getAsInt()));
                obstacles.put(new PartitionId(topic.name(), partition.number()), obstacle);
            }
        }
        return obstacles;
    }

    private void failed(PartitionId partition, Failure failure) {
        last.merge(partition, new Observed.Missing<>(failure), (before, _) -> before.after(failure));
    }

    private Instant observedAt(PartitionId partition) {
        return Optional.ofNullable(last.get(partition))
                .flatMap(Observed::observedAt)
                .orElse(Instant.MIN);
    }

    /** The end offset of a partition as it was told last, if it ever was. */
    Optional<Long> end(PartitionId partition) {
        return Optional.ofNullable(last.get(partition)).flatMap(Observed::known);
    }

    private static TopicPartition kafkas(PartitionId partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }
}
