package io.pilothouse.topics.ui;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.ui.PartitionWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of a topic's partitions looks like. */
final class TopicPartitionList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    static final ListDefinition<Partition> DEFINITION = new ListDefinition<>(
            "partitions",
            Partition::number,
            Stream.concat(howItIs(), figures()).toList(),
            List.of(
                    ListFilter.of(
                            "condition",
                            "Condition",
                            partition -> Stream.of(PartitionWords.condition(partition.condition()))),
                    ListFilter.of(
                            "leader",
                            "Leader",
                            partition -> partition.leader().stream().mapToObj(String::valueOf)),
                    ListFilter.of(
                            "broker",
                            "Held by",
                            partition -> partition.replicas().stream().map(String::valueOf))),
            partition -> partition.number() + " " + PartitionWords.condition(partition.condition()),
            Comparator.comparing(Partition::number),
            partition -> List.of(partition.condition(), partition.leader(), partition.inSync()));

    private TopicPartitionList() {}

    private static Stream<ListColumn<Partition>> howItIs() {
        return Stream.of(
                ListColumn.<Partition>number(
                                "partition",
                                "Partition",
                                partition -> Cell.text(String.valueOf(partition.number()))
                                        .in(Cell.Tone.STRONG))
                        .width(86)
                        .sorted(Partition::number),
                ListColumn.<Partition>state(
                                "state",
                                "State",
                                partition -> new Cell.State(PartitionWords.state(partition.condition())))
                        .sorted(Partition::condition),
                ListColumn.<Partition>text(
                                "condition",
                                "Condition",
                                partition -> Cell.text(PartitionWords.condition(partition.condition()))
                                        .in(Cell.Tone.DIM))
                        .width(120)
                        .grows(1)
                        .from(MEDIUM)
                        .sorted(Partition::condition),
                ListColumn.<Partition>number("leader", "Leader", TopicPartitionList::leader)
                        .width(80)
                        .sortedKnown(partition -> partition.leader().isPresent()
                                ? Optional.of(partition.leader().getAsInt())
                                : Optional.empty()),
                ListColumn.<Partition>text("replicas", "Replicas", partition -> Cell.text(ids(partition.replicas())))
                        .width(96)
                        .grows(1),
                ListColumn.<Partition>text("in-sync", "In sync", TopicPartitionList::inSync)
                        .width(96)
                        .grows(1),
                ListColumn.<Partition>text("zones", "Zones", TopicPartitionList::zones)
                        .width(170)
                        .grows(2)
                        .from(MEDIUM));
    }

    private static Stream<ListColumn<Partition>> figures() {
        return Stream.of(
                ListColumn.<Partition>number(
                                "end", "End offset", partition -> Cell.observed(partition.end(), Formats::count))
                        .width(120)
                        .from(MEDIUM)
                        .sortedKnown(partition -> partition.end().known()),
                ListColumn.<Partition>number("size", "Size", TopicPartitionList::size)
                        .width(96)
                        .from(WIDE)
                        .sortedKnown(TopicPartitionList::largest));
    }

    private static Cell.Text leader(Partition partition) {
        if (partition.leader().isEmpty()) {
            return Cell.text("none").hint("Nothing can be read or written.");
        }
        Cell.Text leader = Cell.text(String.valueOf(partition.leader().getAsInt()));
        return partition.preferredLeader()
                ? leader
                : leader.hint("Broker " + partition.replicas().getFirst() + " is its preferred leader.");
    }

    private static Cell.Text inSync(Partition partition) {
        Cell.Text ids = Cell.text(ids(partition.inSync()));
        return partition.condition() == Partition.Condition.IN_SYNC ? ids.in(Cell.Tone.DIM) : ids;
    }

    private static Cell.Text zones(Partition partition) {
        if (partition.zones().isEmpty()) {
            return Cell.absent("Not every broker that holds it tells its zone.");
        }
        Cell.Text zones = Cell.text(String.join(", ", partition.zones()));
        return partition.inOneZone() ? zones.hint("All its replicas go with this zone.") : zones.in(Cell.Tone.DIM);
    }

    /** The largest replica's: the others of an idle partition are as large, and of a busy one a moment behind. */
    private static Cell.Text size(Partition partition) {
        String all = partition.sizes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(size -> "broker " + size.getKey() + ": "
                        + Formats.bytes(size.getValue().bytes()))
                .collect(Collectors.joining("\n"));
        return Cell.optional(
                        largest(partition),
                        size -> Formats.bytes(size.bytes()),
                        "No broker that holds it has told its size.")
                .hint(all);
    }

    private static Optional<ByteSize> largest(Partition partition) {
        return partition.sizes().values().stream().max(Comparator.naturalOrder());
    }

    private static String ids(List<Integer> brokers) {
        return brokers.isEmpty()
                ? "none"
                : brokers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
