package io.pilothouse.services.ui;

import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.change.ui.ChangesNavigation;
import io.pilothouse.services.Happening;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the timeline of a service looks like. */
final class TimelineList {

    static final ListDefinition<Happening> DEFINITION = new ListDefinition<>(
            "timeline",
            Happening::id,
            columns(),
            List.of(
                    ListFilter.of(
                            "way", "How", happening -> Stream.of(happening.way().words())),
                    ListFilter.of("who", "Who", happening -> Stream.of(happening.who()))),
            happening -> String.join(
                    " ", happening.what(), happening.who(), happening.way().words()),
            Comparator.comparing(Happening::at).reversed().thenComparing(Happening::id),
            happening -> List.of(happening.what(), happening.at(), happening.outcome()));

    private static final int MEDIUM = 900;

    private TimelineList() {}

    private static List<ListColumn<Happening>> columns() {
        return List.of(
                ListColumn.<Happening>time("when", "When", happening -> new Cell.Time(happening.at()))
                        .width(70)
                        .sorted(Comparator.comparing(Happening::at).reversed()),
                ListColumn.<Happening>link("what", "What", TimelineList::what)
                        .width(150)
                        .grows(8),
                ListColumn.<Happening>text("who", "Who", happening -> Cell.text(happening.who()))
                        .width(120)
                        .grows(2)
                        .sorted(Happening::who),
                ListColumn.<Happening>text("way", "How", happening -> way(happening))
                        .width(140)
                        .from(MEDIUM)
                        .sorted(happening -> happening.way().words()),
                ListColumn.<Happening>text(
                                "outcome",
                                "Outcome",
                                happening -> Cell.text(happening.outcome().orElse("")))
                        .width(100)
                        .from(MEDIUM));
    }

    private static Cell.Link what(Happening happening) {
        return happening
                .change()
                .map(change -> new Cell.Link(ChangesNavigation.details(change), happening.what(), "", ""))
                .orElseGet(() -> new Cell.Link("", "", happening.what(), ""));
    }

    private static Cell.Text way(Happening happening) {
        Cell.Text words = Cell.text(happening.way().words());
        return happening.warning()
                ? words.in(Cell.Tone.WARNING)
                : happening.way() == Happening.Way.EVENT ? words.in(Cell.Tone.DIM) : words;
    }
}
