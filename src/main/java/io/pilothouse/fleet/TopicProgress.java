package io.pilothouse.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How far a group has read one of its topics.
 *
 * @param lag records of the topic that it has yet to read; empty when that is not known of each partition
 * @param delay the same in time, of the partition where it is longest
 * @param consumed records it reads of the topic a second; empty while that is not known of each partition
 */
public record TopicProgress(OptionalLong lag, Delay delay, Optional<Double> consumed) {

    /** Of a topic of whose partitions nothing is known. */
    public static final TopicProgress UNKNOWN =
            new TopicProgress(OptionalLong.empty(), new Delay.Unknown("Its offsets are not known."), Optional.empty());

    /** That in each topic that the group reads or has committed offsets of, by the topic's name. */
    public static Map<String, TopicProgress> of(ConsumerGroup group) {
        return group.partitions().known().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        partition -> partition.id().topic(),
                        Collectors.collectingAndThen(Collectors.toList(), TopicProgress::of)));
    }

    private static TopicProgress of(List<GroupPartition> partitions) {
        boolean lagKnown =
                partitions.stream().allMatch(partition -> partition.lag().isPresent());
        boolean rateKnown =
                partitions.stream().allMatch(partition -> partition.consumed().isPresent());
        return new TopicProgress(
                lagKnown
                        ? OptionalLong.of(partitions.stream()
                                .mapToLong(partition -> partition.lag().orElse(0))
                                .sum())
                        : OptionalLong.empty(),
                partitions.stream()
                        .map(GroupPartition::delay)
                        .reduce(Delay::longer)
                        .orElse(UNKNOWN.delay()),
                rateKnown
                        ? Optional.of(partitions.stream()
                                .mapToDouble(partition -> partition.consumed().orElse(0.0))
                                .sum())
                        : Optional.empty());
    }
}
