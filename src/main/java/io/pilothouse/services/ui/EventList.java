package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the list of events looks like. */
final class EventList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;
    private static final String WARNING = "warning";
    private static final String NORMAL = "normal";

    static final ListDefinition<Event> DEFINITION = new ListDefinition<>(
            "events",
            Event::name,
            columns(),
            filters(),
            event -> String.join(
                    " ",
                    event.reason(),
                    event.message(),
                    event.subject().kind(),
                    event.subject().name(),
                    event.source()),
            Comparator.comparing(Event::last).reversed().thenComparing(Event::name),
            event -> event.count());

    private EventList() {}

    private static List<ListColumn<Event>> columns() {
        return List.of(
                ListColumn.<Event>time("last", "Last", event -> new Cell.Time(event.last()))
                        .width(60)
                        .sorted(Comparator.comparing(Event::last).reversed()),
                ListColumn.<Event>text("type", "Type", EventList::type)
                        .width(78)
                        .sorted(Event::type),
                ListColumn.<Event>text(
                                "reason",
                                "Reason",
                                event -> Cell.text(event.reason()).in(Cell.Tone.STRONG))
                        .width(104)
                        .grows(1)
                        .sorted(Event::reason),
                ListColumn.<Event>text(
                                "message",
                                "What happened",
                                event -> Cell.text(event.message()).hint(event.message()))
                        .width(126)
                        .grows(10),
                ListColumn.<Event>text(
                                "object",
                                "Object",
                                event -> Cell.text(event.subject().name())
                                        .in(Cell.Tone.MONO)
                                        .hint(event.subject().kind() + " "
                                                + event.subject().name()))
                        .width(190)
                        .grows(3)
                        .from(MEDIUM)
                        .sorted(event -> event.subject().name())
                        .exported(event ->
                                event.subject().kind() + "/" + event.subject().name()),
                ListColumn.<Event>number("count", "Times", EventList::count)
                        .width(64)
                        .from(MEDIUM)
                        .sorted(Event::count),
                ListColumn.<Event>time("first", "First", event -> new Cell.Time(event.first()))
                        .width(70)
                        .from(WIDE)
                        .sorted(Comparator.comparing(Event::first).reversed()),
                ListColumn.<Event>text(
                                "source",
                                "Said by",
                                event -> Cell.text(event.source()).in(Cell.Tone.DIM))
                        .width(140)
                        .from(VERY_WIDE)
                        .sorted(Event::source));
    }

    private static List<ListFilter<Event>> filters() {
        return List.of(
                new ListFilter<>(
                        "type",
                        "Type",
                        event -> Stream.of(event.type() == Event.Type.WARNING ? WARNING : NORMAL),
                        slug -> slug.equals(WARNING) ? "Warning" : "Normal",
                        Comparator.reverseOrder(),
                        Optional.of(new ListFilter.Shortcut("Warnings", Set.of(WARNING)))),
                ListFilter.of("reason", "Reason", event -> Stream.of(event.reason())),
                ListFilter.of(
                        "about", "Object", event -> Stream.of(event.subject().kind())));
    }

    private static Cell.Text type(Event event) {
        return switch (event.type()) {
            case WARNING -> Cell.text("Warning").in(Cell.Tone.WARNING);
            case NORMAL -> Cell.text("Normal").in(Cell.Tone.DIM);
        };
    }

    private static Cell.Text count(Event event) {
        Cell.Text count = Cell.text(Formats.count(event.count()));
        return event.count() == 1 ? count.in(Cell.Tone.DIM) : count;
    }
}
