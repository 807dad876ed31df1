package io.pilothouse.clusters.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.clusters.PlacedTopic;
import io.pilothouse.clusters.PlacedTopic.Share;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the grid of topics and brokers looks like. */
final class PlacementList {

    private static final int MEDIUM = 900;

    private PlacementList() {}

    static ListDefinition<PlacedTopic> of(List<PlacementColumn> brokers) {
        return new ListDefinition<>(
                "topics",
                PlacedTopic::id,
                Stream.concat(topic(), brokers.stream().map(PlacementList::broker))
                        .toList(),
                List.of(
                        StateFilter.of(PlacedTopic::health),
                        ListFilter.of(
                                "placement",
                                "Placement",
                                placed -> placed.traits().stream().map(PlacementWords::trait)),
                        ListFilter.of(
                                "kind", "Kind", placed -> Stream.of(placed.internal() ? "internal" : "of services"))),
                placed -> placed.id().name(),
                Comparator.comparing((PlacedTopic placed) -> placed.health().state(), HealthState.WORST_FIRST)
                        .thenComparing(PlacedTopic::internal)
                        .thenComparing(PlacedTopic::id),
                placed -> List.of(placed.health().state(), placed.shares()));
    }

    private static Stream<ListColumn<PlacedTopic>> topic() {
        return Stream.of(
                ListColumn.<PlacedTopic>link(
                                "name",
                                "Topic",
                                placed -> new Cell.Link(
                                        FleetNavigation.topic(placed.id(), "partitions"),
                                        placed.id().name(),
                                        "",
                                        placed.internal() ? "internal" : ""))
                        .width(160)
                        .grows(4)
                        .sorted(placed -> placed.id().name()),
                ListColumn.<PlacedTopic>state(
                                "state",
                                "State",
                                placed -> new Cell.State(placed.health().state()))
                        .sorted(placed -> placed.health().state()),
                ListColumn.<PlacedTopic>number(
                                "partitions", "Partitions", placed -> Cell.text(Formats.count(placed.partitions())))
                        .from(MEDIUM)
                        .sorted(PlacedTopic::partitions),
                ListColumn.<PlacedTopic>text("placement", "Placement", PlacementWords::traits)
                        .width(130)
                        .grows(2)
                        .from(MEDIUM));
    }

    private static ListColumn<PlacedTopic> broker(PlacementColumn column) {
        return ListColumn.<PlacedTopic>text(
                        "broker-" + column.broker(),
                        "Broker " + column.broker(),
                        placed -> PlacementWords.share(column.broker(), placed.share(column.broker())))
                .width(112)
                .under(column.zone())
                .sorted(placed ->
                        placed.share(column.broker()).map(Share::leaders).orElse(-1));
    }
}
