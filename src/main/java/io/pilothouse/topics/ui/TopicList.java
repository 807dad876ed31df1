package io.pilothouse.topics.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.SearchText;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What the list of topics looks like. */
final class TopicList {

    static final String NAMESPACE = "namespace";

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;

    static final ListDefinition<ShownTopic> DEFINITION = new ListDefinition<>(
            "topics",
            shown -> shown.topic().id(),
            Stream.of(howItIs(), figures(), onRequest())
                    .flatMap(columns -> columns)
                    .toList(),
            filters(),
            shown -> SearchText.of(shown.topic(), shown.readers()),
            Comparator.comparing((ShownTopic shown) -> shown.topic().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(shown -> shown.topic().internal())
                    .thenComparing(shown -> shown.topic().id()),
            shown -> List.of(
                    shown.topic().health().state(),
                    shown.topic().health().reason(),
                    shown.topic().partitions().size(),
                    shown.topic().readers()));

    private TopicList() {}

    private static Stream<ListColumn<ShownTopic>> howItIs() {
        return Stream.of(
                ListColumn.link("name", "Topic", TopicList::name)
                        .width(140)
                        .grows(4)
                        .sorted(shown -> shown.topic().id().name()),
                ListColumn.<ShownTopic>state(
                                "state",
                                "State",
                                shown -> new Cell.State(shown.topic().health().state()))
                        .sorted(shown -> shown.topic().health().state()),
                ListColumn.<ShownTopic>text(
                                "why",
                                "Why",
                                shown -> Cell.text(shown.topic().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(shown.topic().health().reason()))
                        .width(80)
                        .grows(6)
                        .from(MEDIUM));
    }

    private static Stream<ListColumn<ShownTopic>> figures() {
        return Stream.of(
                count(
                        "partitions",
                        "Partitions",
                        shown -> shown.topic().partitions().size()),
                count("replicas", "Replicas", shown -> shown.topic().replication())
                        .from(VERY_WIDE),
                ListColumn.<ShownTopic>number("produced", "Produced", shown -> TopicWords.produced(shown.topic()))
                        .width(92)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.topic().produced()),
                ListColumn.<ShownTopic>number(
                                "last-written", "Last written", shown -> TopicWords.lastWritten(shown.topic()))
                        .width(104)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.topic().lastWritten())
                        .exported(shown -> shown.topic()
                                .lastWritten()
                                .map(Instant::toString)
                                .orElse("")),
                ListColumn.<ShownTopic>number("size", "Size", shown -> TopicWords.size(shown.topic()))
                        .width(88)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.topic().size()),
                ListColumn.<ShownTopic>number(
                                "retention",
                                "Kept",
                                shown -> TopicWords.retention(shown.topic().settings()))
                        .width(100)
                        .from(VERY_WIDE),
                ListColumn.<ShownTopic>number("groups", "Groups", TopicWords::groups)
                        .width(72)
                        .from(VERY_WIDE)
                        .sorted(shown -> shown.topic().readers().size()),
                ListColumn.<ShownTopic>text("readers", "Read by", TopicWords::readers)
                        .width(140)
                        .grows(3)
                        .from(MEDIUM)
                        .sorted(shown -> TopicWords.readers(shown).text()));
    }

    private static Stream<ListColumn<ShownTopic>> onRequest() {
        return Stream.of(
                count("offline", "Offline", shown -> shown.topic().count(Partition.Condition.OFFLINE))
                        .onRequest(),
                count("under-replicated", "Under-replicated", shown -> (int) shown.topic().partitions().stream()
                                .filter(partition -> partition.inSync().size()
                                        < partition.replicas().size())
                                .count())
                        .width(130)
                        .onRequest(),
                count("one-zone", "All in one zone", shown -> shown.topic().inOneZone())
                        .width(120)
                        .onRequest(),
                setting("min-in-sync", "Min in-sync", "min.insync.replicas"),
                setting("cleanup", "Cleanup", "cleanup.policy"));
    }

    private static List<ListFilter<ShownTopic>> filters() {
        return List.of(
                StateFilter.of(shown -> shown.topic().health()),
                ListFilter.of(NAMESPACE, "Namespace", ShownTopic::namespaces),
                ListFilter.of(
                        "cluster",
                        "Kafka cluster",
                        shown -> Stream.of(shown.topic().id().cluster().toString())),
                ListFilter.of("kind", "Kind", shown -> Stream.of(shown.topic().internal() ? "internal" : "own")),
                ListFilter.of(
                        "read",
                        "Read",
                        shown -> shown.groupsKnown()
                                ? Stream.of(shown.topic().readers().isEmpty() ? "by nothing" : "by a group")
                                : Stream.empty()));
    }

    private static ListColumn<ShownTopic> count(String key, String title, ToIntFunction<ShownTopic> count) {
        return ListColumn.<ShownTopic>number(key, title, shown -> Cell.text(Formats.count(count.applyAsInt(shown))))
                .width(92)
                .sorted(count::applyAsInt);
    }

    private static ListColumn<ShownTopic> setting(String key, String title, String name) {
        return ListColumn.<ShownTopic>number(
                        key,
                        title,
                        shown -> Cell.optional(
                                TopicWords.setting(shown.topic(), name),
                                value -> value,
                                "Its settings are not read yet."))
                .width(110)
                .onRequest()
                .sortedKnown(shown -> TopicWords.setting(shown.topic(), name));
    }

    private static Cell.Link name(ShownTopic shown) {
        return new Cell.Link(
                FleetNavigation.topic(shown.topic().id()),
                shown.topic().id().name(),
                shown.topic().id().cluster().name(),
                shown.topic().internal() ? "internal" : "");
    }
}
