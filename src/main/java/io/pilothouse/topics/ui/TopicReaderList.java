package io.pilothouse.topics.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the list of the groups that read a topic looks like. */
final class TopicReaderList {

    private static final int MEDIUM = 900;

    static final ListDefinition<TopicReader> DEFINITION = new ListDefinition<>(
            "consumer groups",
            reader -> reader.group().id(),
            columns(),
            List.of(StateFilter.of(reader -> reader.group().health())),
            reader -> reader.group().id().name() + " " + services(reader),
            Comparator.comparing((TopicReader reader) -> reader.group().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(reader -> reader.delay().atLeast(), Comparator.reverseOrder())
                    .thenComparing(reader -> reader.group().id()),
            reader -> List.of(reader.group().health().state(), reader.members()));

    private TopicReaderList() {}

    private static List<ListColumn<TopicReader>> columns() {
        return List.of(
                ListColumn.<TopicReader>link(
                                "name",
                                "Group",
                                reader -> new Cell.Link(
                                        FleetNavigation.group(reader.group().id()),
                                        reader.group().id().name(),
                                        "",
                                        ""))
                        .width(160)
                        .grows(3)
                        .sorted(reader -> reader.group().id().name()),
                ListColumn.<TopicReader>state(
                                "state",
                                "State",
                                reader -> new Cell.State(reader.group().health().state()))
                        .sorted(reader -> reader.group().health().state()),
                ListColumn.<TopicReader>text(
                                "why",
                                "Why",
                                reader -> Cell.text(reader.group().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(reader.group().health().reason()))
                        .width(110)
                        .grows(4)
                        .from(MEDIUM),
                ListColumn.<TopicReader>number("lag", "Lag here", reader -> LagWords.messages(reader.lag()))
                        .width(92)
                        .sortedKnown(reader -> reader.lag().isPresent()
                                ? Optional.of(reader.lag().getAsLong())
                                : Optional.empty()),
                ListColumn.<TopicReader>number("behind", "Behind", reader -> LagWords.delay(reader.delay()))
                        .width(96)
                        .sorted(reader -> reader.delay().atLeast()),
                ListColumn.<TopicReader>number("consumed", "Consumed", reader -> LagWords.rate(reader.consumed()))
                        .width(96)
                        .from(MEDIUM)
                        .sortedKnown(TopicReader::consumed),
                ListColumn.<TopicReader>number(
                                "members", "Members here", reader -> Cell.text(Formats.count(reader.members())))
                        .width(112)
                        .from(MEDIUM)
                        .sorted(TopicReader::members),
                ListColumn.<TopicReader>text(
                                "services",
                                "Services",
                                reader -> reader.services().isEmpty()
                                        ? Cell.absent("No service that you may see is known of its members.")
                                        : Cell.text(services(reader)).hint(services(reader)))
                        .width(140)
                        .grows(3)
                        .from(MEDIUM));
    }

    private static String services(TopicReader reader) {
        return reader.services().stream().map(WorkloadId::name).collect(Collectors.joining(", "));
    }
}
