package io.pilothouse.groups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.CellText;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ConsumerGroup.Membership;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.GroupFigures;
import io.pilothouse.fleet.ui.LagWords;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a group is behind, who reads, and what, on one screen. */
final class GroupOverview extends Div {

    private record Facts(ConsumerGroup group, List<MemberService> services) {}

    private @Nullable Facts shown;

    GroupOverview() {
        addClassName("ph-tiles");
    }

    void show(GroupViewModel.Shown content) {
        Facts now = new Facts(content.group(), content.services());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        ConsumerGroup group = content.group();
        removeAll();
        GroupFigures.of(group).forEach(this::add);
        add(services(group, now.services()), topics(group), about(group));
    }

    private static Tile services(ConsumerGroup group, List<MemberService> services) {
        Tile tile = new Tile("Services");
        tile.addClassName("ph-wide");
        if (services.isEmpty()) {
            tile.add(new Paragraph(
                    GroupWords.services(new ShownGroup(group, List.of())).hint()));
            return tile;
        }
        FactList facts = new FactList();
        services.forEach(member -> facts.fact(link(member.service()), description(member)));
        tile.add(facts);
        return tile;
    }

    private static Anchor link(Workload service) {
        return new Anchor(ServicesNavigation.details(service.id()), service.id().name());
    }

    private static Component description(MemberService member) {
        Div line = new Div(
                new StateBadge(member.service().health().state()),
                new Span(Formats.counted(member.members(), "member") + " in "
                        + Formats.counted(member.service().pods().size(), "pod")));
        line.addClassName("ph-remark");
        switch (member.used()) {
            case Observed.Missing<?> missing ->
                line.add(Figure.absent(missing.failure().summary()));
            case Observed.Fresh<?> _, Observed.Stale<?> _ ->
                member.used()
                        .known()
                        .flatMap(Function.identity())
                        .ifPresentOrElse(
                                used -> line.add(new Span(
                                        Formats.cores(used.cores()) + " CPU, " + Formats.bytes(used.memory()))),
                                () -> line.add(Figure.absent("Prometheus does not know all its pods.")));
        }
        return line;
    }

    private static Tile topics(ConsumerGroup group) {
        Map<String, List<GroupPartition>> byTopic = group.partitions().known().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(partition -> partition.id().topic(), TreeMap::new, Collectors.toList()));
        Tile tile = new Tile("Topics");
        if (byTopic.isEmpty()) {
            tile.add(new Paragraph(group.partitions()
                    .problem()
                    .map(failure -> failure.summary() + ".")
                    .orElse("It reads none.")));
            return tile;
        }
        FactList facts = new FactList();
        byTopic.forEach((topic, partitions) -> facts.fact(
                new Anchor(FleetNavigation.topic(new TopicId(group.id().cluster(), topic)), topic),
                new Span(
                        CellText.of(LagWords.messages(lagOf(partitions))),
                        new Span(" records to read in " + Formats.counted(partitions.size(), "partition")))));
        tile.add(facts);
        return tile;
    }

    private static OptionalLong lagOf(List<GroupPartition> partitions) {
        return partitions.stream().allMatch(partition -> partition.lag().isPresent())
                ? OptionalLong.of(partitions.stream()
                        .mapToLong(partition -> partition.lag().orElse(0))
                        .sum())
                : OptionalLong.empty();
    }

    private static Tile about(ConsumerGroup group) {
        FactList facts = new FactList()
                .fact(
                        "Kafka cluster",
                        new Anchor(
                                ClustersNavigation.details(group.id().cluster()),
                                group.id().cluster().name()))
                .fact("Type", GroupWords.type(group.type()))
                .fact("Kafka's state", Figure.of(group.membership(), Membership::state))
                .fact(
                        "Assignor",
                        Figure.of(
                                group.membership(),
                                membership -> membership.assignor().isEmpty() ? "none" : membership.assignor()))
                .fact("Coordinator", coordinator(group));
        return new Tile("About", facts);
    }

    private static Component coordinator(ConsumerGroup group) {
        return group.membership()
                .known()
                .flatMap(Membership::coordinator)
                .<Component>map(broker ->
                        new Anchor(ClustersNavigation.broker(group.id().cluster(), broker), "broker " + broker))
                .orElseGet(() -> Figure.of(group.membership(), _ -> "none"));
    }
}
