package io.pilothouse.groups.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.ConsumerGroup.Membership;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.SearchText;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of groups of consumers looks like. */
final class GroupList {

    static final String NAMESPACE = "namespace";

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;

    static final ListDefinition<ShownGroup> DEFINITION = new ListDefinition<>(
            "consumer groups",
            shown -> shown.group().id(),
            Stream.of(howItIs(), figures(), whoReads())
                    .flatMap(columns -> columns)
                    .toList(),
            filters(),
            shown -> SearchText.of(shown.group(), shown.services()),
            Comparator.comparing((ShownGroup shown) -> shown.group().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(Comparator.comparing(ShownGroup::behind).reversed())
                    .thenComparing(shown -> shown.group().id()),
            shown -> List.of(
                    shown.group().health().state(),
                    shown.group().health().reason(),
                    shown.group().members().size(),
                    shown.services()));

    private GroupList() {}

    private static Stream<ListColumn<ShownGroup>> howItIs() {
        return Stream.of(
                ListColumn.link("name", "Group", GroupList::name)
                        .width(140)
                        .grows(4)
                        .sorted(shown -> shown.group().id().name()),
                ListColumn.<ShownGroup>state(
                                "state",
                                "State",
                                shown -> new Cell.State(shown.group().health().state()))
                        .sorted(shown -> shown.group().health().state()),
                ListColumn.<ShownGroup>text(
                                "why",
                                "Why",
                                shown -> Cell.text(shown.group().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(shown.group().health().reason()))
                        .width(100)
                        .grows(4)
                        .from(MEDIUM));
    }

    private static Stream<ListColumn<ShownGroup>> figures() {
        return Stream.of(
                ListColumn.<ShownGroup>number(
                                "lag",
                                "Lag",
                                shown -> LagWords.messages(shown.group().lag()))
                        .width(86)
                        .sortedKnown(shown -> shown.lag().flatMap(GroupList::messages)),
                ListColumn.<ShownGroup>number(
                                "behind",
                                "Behind",
                                shown -> LagWords.delay(shown.group().lag()))
                        .width(92)
                        .from(MEDIUM)
                        .sorted(ShownGroup::behind),
                ListColumn.<ShownGroup>number(
                                "catch-up",
                                "Catches up",
                                shown -> shown.lag()
                                        .map(lag -> LagWords.catchUp(lag.catchUp()))
                                        .orElseGet(() ->
                                                Cell.observed(shown.group().lag(), _ -> "")))
                        .width(126)
                        .from(WIDE),
                rate("consumed", "Consumed", Lag::consumed),
                rate("produced", "Produced", Lag::produced),
                ListColumn.<ShownGroup>number("members", "Members", shown -> GroupWords.members(shown.group()))
                        .width(86)
                        .from(MEDIUM)
                        .sorted(shown -> shown.group().members().size()));
    }

    private static Stream<ListColumn<ShownGroup>> whoReads() {
        return Stream.of(
                ListColumn.<ShownGroup>text("services", "Services", GroupWords::services)
                        .width(130)
                        .grows(2)
                        .from(MEDIUM)
                        .sorted(shown -> GroupWords.services(shown).text()),
                ListColumn.<ShownGroup>text("topics", "Topics", GroupList::topics)
                        .width(120)
                        .grows(2)
                        .from(VERY_WIDE),
                ListColumn.<ShownGroup>text(
                                "type",
                                "Type",
                                shown -> Cell.text(GroupWords.type(shown.group().type())))
                        .width(90)
                        .onRequest()
                        .sorted(shown -> shown.group().type()),
                ListColumn.<ShownGroup>text(
                                "kafka-state",
                                "Kafka's state",
                                shown -> Cell.observed(shown.group().membership(), Membership::state))
                        .width(140)
                        .onRequest(),
                ListColumn.<ShownGroup>number(
                                "coordinator",
                                "Coordinator",
                                shown -> Cell.observed(
                                        shown.group().membership(),
                                        membership -> membership
                                                .coordinator()
                                                .map(String::valueOf)
                                                .orElse("none")))
                        .width(110)
                        .onRequest());
    }

    private static List<ListFilter<ShownGroup>> filters() {
        return List.of(
                StateFilter.of(shown -> shown.group().health()),
                ListFilter.of(NAMESPACE, "Namespace", ShownGroup::namespaces),
                ListFilter.of(
                        "cluster",
                        "Kafka cluster",
                        shown -> Stream.of(shown.group().id().cluster().toString())),
                ListFilter.of("topic", "Topic", shown -> shown.group().topics().stream()),
                ListFilter.of(
                        "type",
                        "Type",
                        shown -> Stream.of(GroupWords.type(shown.group().type()))));
    }

    private static ListColumn<ShownGroup> rate(String key, String title, Function<Lag, Optional<Double>> rate) {
        return ListColumn.<ShownGroup>number(
                        key,
                        title,
                        shown -> shown.lag()
                                .map(lag -> LagWords.rate(rate.apply(lag)))
                                .orElseGet(() -> Cell.observed(shown.group().lag(), _ -> "")))
                .width(98)
                .from(WIDE)
                .sortedKnown(shown -> shown.lag().flatMap(rate));
    }

    private static Cell.Link name(ShownGroup shown) {
        return new Cell.Link(
                FleetNavigation.group(shown.group().id()),
                shown.group().id().name(),
                shown.group().id().cluster().name(),
                GroupWords.mark(shown.group()));
    }

    private static Optional<Long> messages(Lag lag) {
        return lag.messages().isPresent() ? Optional.of(lag.messages().getAsLong()) : Optional.empty();
    }

    private static Cell.Text topics(ShownGroup shown) {
        String topics = shown.group().topics().stream().sorted().collect(Collectors.joining(", "));
        return topics.isEmpty()
                ? Cell.absent("It reads no topic.")
                : Cell.text(topics).hint(topics);
    }
}
