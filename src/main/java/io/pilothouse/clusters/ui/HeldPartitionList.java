package io.pilothouse.clusters.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.clusters.HeldPartition;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.PartitionWords;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of the partitions that a broker holds looks like. */
final class HeldPartitionList {

    private static final int MEDIUM = 900;

    static final ListDefinition<HeldPartition> DEFINITION = new ListDefinition<>(
            "partitions",
            HeldPartition::id,
            columns(),
            List.of(
                    ListFilter.of("role", "Role", held -> Stream.of(role(held))),
                    ListFilter.of(
                            "condition", "Condition", held -> Stream.of(PartitionWords.condition(held.condition()))),
                    ListFilter.of(
                            "topic", "Topic", held -> Stream.of(held.topic().name()))),
            held -> held.id().toString(),
            Comparator.comparing(HeldPartition::condition).thenComparing(HeldPartition::id),
            held -> List.of(held.condition(), held.leads(), held.inSync()));

    private HeldPartitionList() {}

    private static List<ListColumn<HeldPartition>> columns() {
        return List.of(
                ListColumn.link("partition", "Partition", HeldPartitionList::name)
                        .width(160)
                        .grows(3)
                        .sorted(HeldPartition::id),
                ListColumn.<HeldPartition>text("role", "Role here", held -> Cell.text(role(held)))
                        .width(110)
                        .grows(1)
                        .sorted(HeldPartitionList::role),
                ListColumn.<HeldPartition>state(
                                "state", "State", held -> new Cell.State(PartitionWords.state(held.condition())))
                        .sorted(HeldPartition::condition),
                ListColumn.<HeldPartition>text(
                                "condition",
                                "Condition",
                                held -> Cell.text(PartitionWords.condition(held.condition()))
                                        .in(Cell.Tone.DIM))
                        .width(130)
                        .grows(2)
                        .from(MEDIUM)
                        .sorted(HeldPartition::condition),
                ListColumn.<HeldPartition>text(
                                "others",
                                "Also on",
                                held -> Cell.text(ids(held)).in(Cell.Tone.DIM))
                        .width(110)
                        .grows(1)
                        .from(MEDIUM),
                ListColumn.<HeldPartition>number("size", "Size here", HeldPartitionList::size)
                        .width(96)
                        .sortedKnown(HeldPartition::size));
    }

    private static Cell.Link name(HeldPartition held) {
        return new Cell.Link(FleetNavigation.topic(held.topic()), held.id().toString(), "", "");
    }

    private static String role(HeldPartition held) {
        if (held.leads()) {
            return "leader";
        }
        return held.inSync() ? "follower" : "out of sync";
    }

    private static String ids(HeldPartition held) {
        return held.others().isEmpty()
                ? "no other"
                : held.others().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Cell.Text size(HeldPartition held) {
        return Cell.optional(
                held.size(), size -> Formats.bytes(size.bytes()), "The broker has not told the size of this replica.");
    }
}
