package io.pilothouse.topics.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of a topic's page: whether it can be written and read, and how its readers keep up. */
final class TopicAnswer {

    private TopicAnswer() {}

    static Answer of(TopicViewModel.Shown shown) {
        Topic topic = shown.topic();
        boolean healthy = topic.health().state() == HealthState.HEALTHY;
        String rest = Stream.of(
                        produced(topic),
                        Optional.of(readers(shown)),
                        inOneZone(topic),
                        shown.topicProblem().map(problem -> "This is from before: " + problem.summary() + "."))
                .flatMap(Optional::stream)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        return new Answer(
                headline(topic), healthy ? Optional.empty() : topic.health().since(), rest);
    }

    private static String headline(Topic topic) {
        int partitions = topic.partitions().size();
        String reason = topic.health().reason();
        if (topic.health().state() != HealthState.HEALTHY) {
            return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        }
        return partitions == 1
                ? "Its one partition is fully in sync"
                : "All " + Formats.counted(partitions, "partition") + " are fully in sync";
    }

    private static Optional<String> produced(Topic topic) {
        return topic.produced()
                .map(rate -> rate == 0
                        ? "Nothing is being written."
                        : "Written at " + Formats.perSecond(rate).replace(" /s", " records a second") + ".");
    }

    private static String readers(TopicViewModel.Shown shown) {
        if (shown.topic().internal()) {
            return "Brokers keep it for themselves.";
        }
        List<TopicReader> readers = shown.readers();
        if (readers.isEmpty()) {
            return shown.groupsProblem().isEmpty() ? "No consumer group reads it." : "Who reads it is not known.";
        }
        String count = readers.size() == 1
                ? "One consumer group reads it"
                : Formats.counted(readers.size(), "consumer group") + " read it";
        return readers.stream()
                .max(Comparator.comparing(reader -> reader.delay().atLeast()))
                .filter(slowest -> slowest.group().health().state() != HealthState.HEALTHY)
                .flatMap(slowest -> LagWords.behind(slowest.delay())
                        .map(words -> count + (readers.size() == 1 ? ", " : "; the slowest, ")
                                + Formats.name(slowest.group().id().name()) + ", is " + words + "."))
                .orElse(count + ".");
    }

    private static Optional<String> inOneZone(Topic topic) {
        int count = topic.inOneZone();
        return count == 0
                ? Optional.empty()
                : Optional.of("All replicas of " + Formats.counted(count, "partition") + " lie in one zone"
                        + (count == 1 ? "." : " each."));
    }
}
