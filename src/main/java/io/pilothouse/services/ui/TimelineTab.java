package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.change.Changes;
import io.pilothouse.fleet.FieldWriter;
import io.pilothouse.services.Happening;
import io.pilothouse.services.Timeline;
import java.util.List;
import java.util.stream.Collectors;

/** What was done to a service, through this console and outside, and what happened to it. */
final class TimelineTab extends ServiceTab {

    private final Changes changes;
    private final LiveList<Happening> list =
            new LiveList<>(TimelineList.DEFINITION, this::answer, TimelineTab::whyEmpty);
    private final Paragraph undated = new Paragraph();
    private List<Happening> happenings = List.of();

    TimelineTab(Changes changes) {
        this.changes = changes;
        addClassName("ph-tab");
        undated.addClassName("ph-tab-answer");
        add(undated, list);
    }

    @Override
    void at(Location location) {
        list.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        undated.setText(inWords(Timeline.undated(shown.service())));
        undated.setVisible(!undated.getText().isEmpty());
        List<Happening> now = Timeline.of(shown.service(), shown.fleet(), changes.all());
        if (!now.equals(happenings)) {
            happenings = now;
            list.follow();
        }
    }

    private static String inWords(List<FieldWriter> writers) {
        return writers.stream()
                .map(writer -> String.join(", ", writer.fields()) + " was last written by " + writer.manager()
                        + "; Kubernetes does not tell when.")
                .collect(Collectors.joining(" "));
    }

    private Arrangement<Happening> answer(ListQuery query) {
        return TimelineList.DEFINITION.arrange(happenings.stream(), query);
    }

    private static Absence whyEmpty(ListQuery query, Arrangement<Happening> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), TimelineList.DEFINITION.noun())
                : new Absence(
                        "Nothing is known to have happened",
                        "Changes through this console, what others write and events appear here by themselves.");
    }
}
