package io.pilothouse.topics.ui;

import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.StateCounts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of the list of topics: whether all of them can be written and read, and whether anything reads them. */
final class TopicsAnswer {

    private TopicsAnswer() {}

    /**
     * @param problem why some of it is from before, if it is
     */
    static Answer of(List<ShownTopic> topics, Optional<Failure> problem) {
        Answer states = new StateCounts(topics.stream()
                        .collect(Collectors.groupingBy(
                                shown -> shown.topic().health().state(),
                                Collectors.collectingAndThen(Collectors.counting(), Long::intValue))))
                .inWords("topic");
        return new Answer(
                states.headline(),
                Stream.of(
                                states.rest(),
                                zones(topics),
                                unread(topics),
                                problem.map(failure -> failure.summary() + ".").orElse(""))
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining(" ")));
    }

    private static String zones(List<ShownTopic> topics) {
        long inOneZone =
                topics.stream().filter(shown -> shown.topic().inOneZone() > 0).count();
        return inOneZone == 0
                ? ""
                : Formats.counted(inOneZone, "topic") + (inOneZone == 1 ? " has" : " have")
                        + " partitions with all replicas in one zone.";
    }

    private static String unread(List<ShownTopic> topics) {
        List<ShownTopic> unread = topics.stream()
                .filter(shown -> !shown.topic().internal()
                        && shown.groupsKnown()
                        && shown.topic().readers().isEmpty())
                .toList();
        return switch (unread.size()) {
            case 0 -> "";
            case 1 -> "Nothing reads " + unread.getFirst().topic().id().name() + ".";
            default -> "Nothing reads " + Formats.counted(unread.size(), "topic") + ".";
        };
    }
}
