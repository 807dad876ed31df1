package io.pilothouse.topics.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.WorkloadId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topic in the list of topics.
 *
 * @param readers the services that read it, of those that the person may see, by name
 * @param groupsKnown whether groups are known, so that no reader means that nothing reads it
 */
record ShownTopic(Topic topic, List<WorkloadId> readers, boolean groupsKnown) {

    /** All topics of a cluster. */
    static Stream<ShownTopic> of(KafkaCluster cluster, VisibleFleet fleet) {
        Map<String, List<WorkloadId>> services = cluster.groups().known().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(group -> group.id().name(), group -> visible(group, fleet)));
        boolean groupsKnown = cluster.groups().known().isPresent();
        return cluster.topics().known().stream()
                .flatMap(List::stream)
                .map(topic -> new ShownTopic(
                        topic,
                        topic.readers().stream()
                                .flatMap(group -> services.getOrDefault(group, List.of()).stream())
                                .distinct()
                                .sorted(Comparator.comparing(WorkloadId::name).thenComparing(WorkloadId::namespace))
                                .toList(),
                        groupsKnown));
    }

    /** Namespaces that it has to do with: the cluster's, and those of the services that read it. */
    Stream<String> namespaces() {
        return Stream.concat(
                        Stream.of(topic.id().cluster().namespace()),
                        readers.stream().map(WorkloadId::namespace))
                .distinct();
    }

    private static List<WorkloadId> visible(ConsumerGroup group, VisibleFleet fleet) {
        return group.services().stream().filter(fleet::sees).toList();
    }
}
