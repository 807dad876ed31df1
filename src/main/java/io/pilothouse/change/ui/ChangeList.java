package io.pilothouse.change.ui;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.change.Changes.FollowedChange;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the list of changes looks like. */
final class ChangeList {

    static final ListDefinition<FollowedChange> DEFINITION = new ListDefinition<>(
            "changes",
            change -> change.recorded().id(),
            columns(),
            filters(),
            ChangeList::searched,
            Comparator.comparing((FollowedChange change) -> change.recorded().begun())
                    .reversed(),
            change -> List.of(OutcomeBadge.word(change)));

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    private ChangeList() {}

    private static List<ListColumn<FollowedChange>> columns() {
        return List.of(
                ListColumn.<FollowedChange>time(
                                "when",
                                "When",
                                change -> new Cell.Time(change.recorded().begun()))
                        .width(90)
                        .sorted(Comparator.comparing((FollowedChange change) ->
                                        change.recorded().begun())
                                .reversed()),
                ListColumn.<FollowedChange>text(
                                "who", "Who", change -> Cell.text(record(change).user()))
                        .width(110)
                        .sorted(change -> record(change).user()),
                ListColumn.<FollowedChange>link("what", "Change", ChangeList::what)
                        .width(200)
                        .grows(4)
                        .sorted(change -> record(change).title()),
                ListColumn.<FollowedChange>text(
                                "fields",
                                "Before → after",
                                change -> Cell.text(
                                        ChangeWords.fields(record(change).fields())))
                        .width(170)
                        .grows(3)
                        .from(MEDIUM),
                ListColumn.<FollowedChange>text(
                                "checks", "Checks", change -> Cell.text(ChangeWords.checks(record(change))))
                        .width(110)
                        .from(MEDIUM),
                ListColumn.<FollowedChange>state(
                                "outcome",
                                "Outcome",
                                change -> new Cell.State(OutcomeBadge.state(change), OutcomeBadge.word(change)))
                        .sorted(OutcomeBadge::word),
                ListColumn.<FollowedChange>text(
                                "words",
                                "What happened",
                                change -> Cell.text(ChangeWords.state(change)).in(Cell.Tone.DIM))
                        .width(200)
                        .grows(4)
                        .from(WIDE));
    }

    private static List<ListFilter<FollowedChange>> filters() {
        return List.of(
                ListFilter.of("who", "By", change -> Stream.of(record(change).user())),
                ListFilter.of("kind", "What", change -> Stream.of(record(change).kind())),
                ListFilter.of(
                        "namespace",
                        "Namespace",
                        change -> Stream.of(record(change).object().namespace())),
                ListFilter.of("outcome", "Outcome", change -> Stream.of(OutcomeBadge.word(change))));
    }

    private static Cell.Link what(FollowedChange change) {
        AuditRecord latest = record(change);
        return new Cell.Link(
                ChangesNavigation.details(latest.change()),
                latest.title(),
                latest.object().namespace(),
                "");
    }

    private static AuditRecord record(FollowedChange change) {
        return change.recorded().latest();
    }

    private static String searched(FollowedChange change) {
        AuditRecord latest = record(change);
        return String.join(
                " ",
                latest.title(),
                latest.user(),
                latest.kind(),
                latest.object().namespace(),
                latest.object().kind(),
                latest.object().name(),
                OutcomeBadge.word(change),
                latest.words());
    }
}
