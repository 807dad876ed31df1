package io.pilothouse.groups.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the list of a group's partitions looks like. */
final class GroupPartitionList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    static final ListDefinition<ShownPartition> DEFINITION = new ListDefinition<>(
            "partitions",
            shown -> shown.partition().id(),
            Stream.concat(howFar(), offsets()).toList(),
            List.of(
                    ListFilter.of(
                            "topic", "Topic", shown -> Stream.of(shown.topic().name())),
                    ListFilter.of(
                            "reader",
                            "Read by",
                            shown -> shown.reader().stream()
                                    .map(reader -> reader.member().clientId()))),
            GroupPartitionList::searched,
            Comparator.comparing(shown -> shown.partition().id()),
            shown -> shown.partition().member());

    private GroupPartitionList() {}

    private static Stream<ListColumn<ShownPartition>> howFar() {
        return Stream.of(
                ListColumn.link("topic", "Topic", GroupPartitionList::topic)
                        .width(140)
                        .grows(3)
                        .sorted(shown -> shown.topic().name()),
                ListColumn.<ShownPartition>number(
                                "partition",
                                "Partition",
                                shown -> Cell.text(
                                        String.valueOf(shown.partition().id().number())))
                        .width(84)
                        .sorted(shown -> shown.partition().id().number()),
                ListColumn.<ShownPartition>number(
                                "lag",
                                "Lag",
                                shown -> LagWords.messages(shown.partition().lag()))
                        .width(92)
                        .sortedKnown(shown -> known(shown.partition().lag())),
                ListColumn.<ShownPartition>number(
                                "behind",
                                "Behind",
                                shown -> LagWords.delay(shown.partition().delay()))
                        .width(104)
                        .sorted(shown -> shown.partition().delay().atLeast()),
                ListColumn.<ShownPartition>text("reader", "Read by", GroupPartitionList::reader)
                        .width(150)
                        .grows(4)
                        .from(MEDIUM)
                        .sorted(shown -> reader(shown).text()));
    }

    private static Stream<ListColumn<ShownPartition>> offsets() {
        return Stream.of(
                ListColumn.<ShownPartition>number(
                                "consumed",
                                "Consumed",
                                shown -> LagWords.rate(shown.partition().consumed()))
                        .width(96)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.partition().consumed()),
                ListColumn.<ShownPartition>number(
                                "produced",
                                "Produced",
                                shown -> LagWords.rate(shown.partition().produced()))
                        .width(96)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.partition().produced()),
                ListColumn.<ShownPartition>number(
                                "committed",
                                "Committed",
                                shown -> Cell.optional(
                                        known(shown.partition().committed()),
                                        Formats::count,
                                        "It has committed no offset of this partition."))
                        .width(110)
                        .from(WIDE)
                        .sortedKnown(shown -> known(shown.partition().committed())),
                ListColumn.<ShownPartition>number(
                                "end",
                                "End",
                                shown -> Cell.observed(shown.partition().end(), Formats::count))
                        .width(110)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.partition().end().known()));
    }

    private static Cell.Link topic(ShownPartition shown) {
        return new Cell.Link(FleetNavigation.topic(shown.topic()), shown.topic().name(), "", "");
    }

    private static Cell.Text reader(ShownPartition shown) {
        return shown.reader()
                .map(reader -> Cell.text(reader.pod()
                                .map(MemberOrigin.InPod::pod)
                                .orElse(reader.member().clientId()))
                        .hint(reader.member().clientId()))
                .orElseGet(() -> shown.shared()
                        ? Cell.text("any member").in(Cell.Tone.DIM)
                        : Cell.text("nobody").hint("No member of the group has this partition."));
    }

    private static Optional<Long> known(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static String searched(ShownPartition shown) {
        return shown.partition().id() + " " + reader(shown).text();
    }
}
