package io.pilothouse.clusters.ui;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.clusters.Loss;
import io.pilothouse.clusters.Place;
import io.pilothouse.clusters.WhatIf;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of places that may go away looks like. */
final class WhatIfList {

    private static final int MEDIUM = 900;

    private WhatIfList() {}

    /**
     * @param cluster whose brokers they hold
     */
    static ListDefinition<WhatIf> definition(Supplier<ClusterId> cluster) {
        return new ListDefinition<>(
                "places",
                what -> what.place() + " " + what.name(),
                columns(cluster),
                List.of(
                        ListFilter.of(
                                "place", "Place", what -> Stream.of(what.place().title())),
                        ListFilter.of("harm", "What stops", what -> Stream.of(harm(what)))),
                what -> what.place().title() + " " + what.name(),
                Comparator.comparing((WhatIf what) -> -what.loss().offline())
                        .thenComparing(what -> -what.loss().belowMinimum())
                        .thenComparing(WhatIf::place, Comparator.reverseOrder())
                        .thenComparing(WhatIf::name),
                WhatIf::loss);
    }

    private static List<ListColumn<WhatIf>> columns(Supplier<ClusterId> cluster) {
        return List.of(
                ListColumn.<WhatIf>link("name", "If this went away", what -> name(what, cluster.get()))
                        .width(150)
                        .grows(2)
                        .sorted(WhatIf::name),
                ListColumn.<WhatIf>text("meaning", "What would happen", WhatIfList::meaning)
                        .width(150)
                        .grows(4),
                ListColumn.<WhatIf>text("brokers", "Brokers there", WhatIfList::brokers)
                        .width(110)
                        .grows(1)
                        .from(MEDIUM),
                count("offline", "Offline", Loss::offline),
                count("refuse", "Refuse writes", Loss::belowMinimum).width(116),
                count("copies", "Only copies", Loss::onlyCopies).from(MEDIUM).width(104),
                count("moved", "Change leader", Loss::moved).from(MEDIUM).width(116));
    }

    private static ListColumn<WhatIf> count(String key, String title, ToIntFunction<Loss> partitions) {
        return ListColumn.<WhatIf>number(key, title, what -> {
                    int count = partitions.applyAsInt(what.loss());
                    return Cell.text(Formats.count(count)).in(count == 0 ? Cell.Tone.DIM : Cell.Tone.PLAIN);
                })
                .sorted(what -> partitions.applyAsInt(what.loss()));
    }

    private static Cell.Link name(WhatIf what, ClusterId cluster) {
        String path = switch (what.place()) {
            case BROKER -> ClustersNavigation.broker(cluster, Integer.parseInt(what.name()));
            case NODE -> FleetNavigation.node(what.name());
            case ZONE -> "";
        };
        String name = what.place() == Place.ZONE
                ? PlacementWords.zone(what.name())
                : what.place().title() + " " + what.name();
        return path.isEmpty() ? new Cell.Link("", "", name, "") : new Cell.Link(path, name, "", "");
    }

    private static Cell.Text meaning(WhatIf what) {
        if (!what.up()) {
            return Cell.text("it is away already").in(Cell.Tone.DIM);
        }
        Cell.Text text = Cell.text(LossWords.phrase(what.loss())).hint(LossWords.phrase(what.loss()));
        return text.in(what.loss().harms() ? Cell.Tone.WARNING : Cell.Tone.DIM);
    }

    private static Cell.Text brokers(WhatIf what) {
        String ids = what.brokers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Cell.text(ids).in(Cell.Tone.DIM).hint(ids);
    }

    private static String harm(WhatIf what) {
        if (what.loss().offline() > 0) {
            return "reads and writes";
        }
        return what.loss().belowMinimum() > 0 ? "writes" : "nothing";
    }
}
