package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.GroupFigures;
import io.pilothouse.services.Consumption.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One group that a service's pods are members of: how far it is behind, and whether more pods could help. */
final class ConsumptionSection extends Div {

    ConsumptionSection(Reading reading) {
        ConsumerGroup group = reading.group();
        H2 name =
                new H2(new Anchor(FleetNavigation.group(group.id()), group.id().name()));
        Div title = new Div(name, new StateBadge(group.health().state()), topics(group));
        title.addClassNames("ph-title-line", "ph-section-title");
        Div tiles = new Div(GroupFigures.of(group).toArray(Component[]::new));
        tiles.addClassName("ph-tiles");
        add(title, new Paragraph(words(reading)), tiles);
        addClassName("ph-consumption");
    }

    private static Span topics(ConsumerGroup group) {
        Span topics = new Span("reads ");
        topics.addClassName("ph-dim");
        List<String> names = group.topics().stream().sorted().toList();
        for (int i = 0; i < names.size(); i++) {
            topics.add(
                    new Anchor(FleetNavigation.topic(new TopicId(group.id().cluster(), names.get(i))), names.get(i)),
                    new Span(i < names.size() - 1 ? ", " : ""));
        }
        return names.isEmpty() ? new Span() : topics;
    }

    private static String words(Reading reading) {
        return Stream.of(
                        Optional.of(sentence(reading.group().health().reason())).filter(words -> !words.isEmpty()),
                        Optional.of(room(reading)).filter(words -> !words.isEmpty()),
                        reading.others() == 0
                                ? Optional.<String>empty()
                                : Optional.of(Formats.counted(reading.others(), "member")
                                        + " of the group " + (reading.others() == 1 ? "runs" : "run")
                                        + " elsewhere."))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String reason) {
        return reason.isEmpty() ? "" : ServiceWords.sentence(reason) + ".";
    }

    /** Whether more pods would help it: each partition is read by one member at a time, so that is the most that can read. */
    private static String room(Reading reading) {
        int idle = reading.group()
                .membership()
                .known()
                .map(ConsumerGroup.Membership::idle)
                .orElse(0);
        if (reading.room().isEmpty() || reading.group().members().isEmpty()) {
            return "";
        }
        int room = reading.room().orElseThrow();
        if (idle > 0 && reading.group().type() != ConsumerGroup.Type.SHARE) {
            return Formats.counted(idle, "member") + (idle == 1 ? " has" : " have")
                    + " nothing to read: there are more members than partitions.";
        }
        if (room == 0) {
            return "Each partition has a member of its own: more pods would have nothing to read.";
        }
        boolean grows = reading.group()
                .lag()
                .known()
                .filter(lag -> lag.trend() == Lag.Trend.GROWING)
                .isPresent();
        return (grows ? "It reads more slowly than is written; up to " : "Up to ")
                + Formats.counted(room, "more member") + " could share its partitions.";
    }
}
