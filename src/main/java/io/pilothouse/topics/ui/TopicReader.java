package io.pilothouse.topics.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicProgress;
import io.pilothouse.fleet.WorkloadId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A group in the list of those that read a topic, with its figures for that topic alone.
 *
 * @param lag records of the topic that it has yet to read; empty when that is not known of each partition
 * @param delay the same in time, of the partition where it is longest
 * @param consumed records it reads of the topic a second; empty while that is not known of each partition
 * @param members how many of its members read the topic
 * @param services the services that its members belong to, of those that the person may see, by name
 */
record TopicReader(
        ConsumerGroup group,
        OptionalLong lag,
        Delay delay,
        Optional<Double> consumed,
        int members,
        List<WorkloadId> services) {

    /** The groups that read the topic, by name. */
    static List<TopicReader> of(Topic topic, KafkaCluster cluster, VisibleFleet fleet) {
        return topic.readers().stream()
                .flatMap(name -> cluster.group(name).stream())
                .map(group -> of(topic.id().name(), group, fleet))
                .toList();
    }

    private static TopicReader of(String topic, ConsumerGroup group, VisibleFleet fleet) {
        TopicProgress progress = TopicProgress.of(group).getOrDefault(topic, TopicProgress.UNKNOWN);
        return new TopicReader(
                group,
                progress.lag(),
                progress.delay(),
                progress.consumed(),
                (int) group.members().stream()
                        .filter(member -> member.assigned().stream()
                                .anyMatch(partition -> partition.topic().equals(topic)))
                        .count(),
                visible(group, fleet).toList());
    }

    /** The services of a group that the person may see, by name. */
    static Stream<WorkloadId> visible(ConsumerGroup group, VisibleFleet fleet) {
        return group.services().stream()
                .filter(fleet::sees)
                .sorted(Comparator.comparing(WorkloadId::name).thenComparing(WorkloadId::namespace));
    }
}
