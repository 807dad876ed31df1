package io.pilothouse.topics.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.WorkloadId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How facts of topics are put into words. */
final class TopicWords {

    private static final String UNREAD = "Its settings are not read yet.";

    private TopicWords() {}

    /** How long records are kept: "7 d"; "6 h, 1.0 GB"; "for ever"; "compacted". */
    static Cell.Text retention(TopicSettings settings) {
        if (!settings.known()) {
            return Cell.absent(UNREAD);
        }
        boolean compacts = settings.get("cleanup.policy")
                .filter(policy -> policy.value().contains("compact"))
                .isPresent();
        if (!settings.deletes().orElse(true)) {
            return Cell.text("compacted").hint("The last record of each key is kept.");
        }
        String time = settings.retentionMillis().stream()
                .mapToObj(millis -> millis < 0 ? "for ever" : Formats.duration(Duration.ofMillis(millis)))
                .collect(Collectors.joining());
        String size = settings.retentionBytes().stream()
                .filter(bytes -> bytes >= 0)
                .mapToObj(bytes -> ", " + Formats.bytes(bytes))
                .collect(Collectors.joining());
        return Cell.text(time + size + (compacts ? ", compacted" : ""))
                .hint(size.isEmpty() ? "" : "At most so many bytes of each partition are kept.");
    }

    /** Bytes that all its replicas take. */
    static Cell.Text size(Topic topic) {
        return Cell.optional(
                topic.size(),
                size -> Formats.bytes(size.bytes()),
                "Not all brokers that hold a replica of it have told its size.");
    }

    /** Records written to it a second. */
    static Cell.Text produced(Topic topic) {
        Cell.Text text =
                Cell.optional(topic.produced(), Formats::perSecond, "It has not been watched for long enough yet.");
        return topic.produced().filter(rate -> rate == 0).isPresent() ? text.in(Cell.Tone.DIM) : text;
    }

    /** When its last record was written. */
    static Cell.Text lastWritten(Topic topic) {
        if (topic.neverWritten()) {
            return Cell.text("never").in(Cell.Tone.DIM).hint("It has never held a record.");
        }
        return topic.lastWritten()
                .map(at -> Cell.text("").asOf(at))
                .orElseGet(() -> Cell.absent("The age of its last record is not known of each partition."));
    }

    /** The services that read it, else how many groups do, else that nothing does. */
    static Cell.Text readers(ShownTopic shown) {
        List<WorkloadId> services = shown.readers();
        if (!services.isEmpty()) {
            String names = services.stream().map(WorkloadId::name).distinct().collect(Collectors.joining(", "));
            return Cell.text(names)
                    .hint(services.stream().map(WorkloadId::toString).collect(Collectors.joining("\n")));
        }
        if (!shown.groupsKnown()) {
            return Cell.absent("Groups are not known.");
        }
        if (shown.topic().internal()) {
            return Cell.text("Kafka itself").in(Cell.Tone.DIM).hint("Brokers keep it for themselves.");
        }
        return shown.topic().readers().isEmpty()
                ? Cell.text("nothing").in(Cell.Tone.DIM).hint("No group reads it or has committed an offset of it.")
                : Cell.absent("No service that you may see is known of the groups that read it.");
    }

    /** How many groups read it. */
    static Cell.Text groups(ShownTopic shown) {
        List<String> groups = shown.topic().readers();
        return shown.groupsKnown()
                ? Cell.text(Formats.count(groups.size()))
                        .in(groups.isEmpty() ? Cell.Tone.DIM : Cell.Tone.PLAIN)
                        .hint(String.join(", ", groups))
                : Cell.absent("Groups are not known.");
    }

    /** The value of a setting, if it is known. */
    static Optional<String> setting(Topic topic, String name) {
        return topic.settings().get(name).map(TopicSettings.Setting::value);
    }
}
