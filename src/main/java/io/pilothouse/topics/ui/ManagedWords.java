package io.pilothouse.topics.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a KafkaTopic resource is put into words. */
final class ManagedWords {

    private ManagedWords() {}

    /** "Ready", "Paused by annotation", or what is wrong. */
    static String state(TopicResource topic) {
        StrimziState state = topic.resource().state();
        if (!topic.managed()) {
            return "Not managed, by annotation";
        }
        if (state.paused()) {
            return "Paused by annotation";
        }
        if (!topic.resource().handled()) {
            return "The topic operator has not taken it up; is it running?";
        }
        return state.problem()
                .orElse(state.reconciled() ? "Ready" : "The topic operator has yet to see its newest change");
    }

    /** In what the topic is not what the resource asks for. */
    static List<String> differences(Topic topic, TopicResource resource) {
        return Stream.of(
                        difference(
                                "partition",
                                resource.partitions(),
                                topic.partitions().size()),
                        difference("replica", resource.replicas(), topic.replication()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> difference(String noun, Optional<Integer> wanted, int present) {
        return wanted.filter(count -> count != present)
                .map(count -> "asks for " + Formats.counted(count, noun) + ", there " + (present == 1 ? "is " : "are ")
                        + present);
    }
}
