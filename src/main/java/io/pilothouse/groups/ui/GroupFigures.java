package io.pilothouse.groups.ui;

import com.vaadin.flow.component.Component;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.CellText;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ConsumerGroup.Membership;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.ui.LagWords;
import java.util.List;
import java.util.Optional;

/** The figures of a group, large: how far it is behind, how long that will last, and who reads. */
final class GroupFigures {

    private GroupFigures() {}

    static List<Tile> of(ConsumerGroup group) {
        return List.of(lag(group.lag()), behind(group.lag()), catchUp(group.lag()), members(group));
    }

    private static Tile lag(Observed<Lag> lag) {
        String worst = lag.known()
                .flatMap(Lag::worst)
                .map(partition -> "Most of it in " + partition)
                .orElse("");
        return new FigureTile("Lag", CellText.of(LagWords.messages(lag)), "records", worst);
    }

    private static Tile behind(Observed<Lag> lag) {
        return new FigureTile(
                "Behind",
                CellText.of(LagWords.delay(lag)),
                "",
                lag.known().map(GroupFigures::trend).orElse(""));
    }

    private static String trend(Lag lag) {
        return switch (lag.trend()) {
            case GROWING ->
                "Grows by " + difference(lag.produced(), lag.consumed()) + ": more is produced than consumed";
            case SHRINKING ->
                "Shrinks by " + difference(lag.consumed(), lag.produced()) + ": more is consumed than produced";
            case STEADY -> "As much is consumed as is produced";
            case UNKNOWN -> "Where it goes is still being measured";
        };
    }

    private static String difference(Optional<Double> larger, Optional<Double> smaller) {
        return Formats.perSecond(larger.orElse(0.0) - smaller.orElse(0.0));
    }

    private static Tile catchUp(Observed<Lag> lag) {
        String rates = lag.known()
                .filter(known ->
                        known.consumed().isPresent() && known.produced().isPresent())
                .map(known -> "Consumes "
                        + Formats.perSecond(known.consumed().orElseThrow()) + ", "
                        + Formats.perSecond(known.produced().orElseThrow()) + " are produced")
                .orElse("");
        Component figure = lag.known()
                .<Component>map(known -> CellText.of(LagWords.catchUp(known.catchUp())))
                .orElseGet(() -> Figure.of(lag, _ -> ""));
        return new FigureTile("Catches up", figure, "", rates);
    }

    private static Tile members(ConsumerGroup group) {
        return new FigureTile(
                "Members",
                Figure.of(
                        group.membership(),
                        membership -> Formats.count(membership.members().size())),
                group.partitions()
                        .known()
                        .map(partitions -> "for " + Formats.counted(partitions.size(), "partition"))
                        .orElse(""),
                group.membership()
                        .known()
                        .map(membership -> idle(group, membership))
                        .orElse(""));
    }

    private static String idle(ConsumerGroup group, Membership membership) {
        int idle = group.type() == ConsumerGroup.Type.SHARE ? 0 : membership.idle();
        if (membership.members().isEmpty()) {
            return "Nobody reads";
        }
        return idle == 0
                ? "Each has something to read"
                : Formats.count(idle) + (idle == 1 ? " has" : " have") + " nothing to read";
    }
}
