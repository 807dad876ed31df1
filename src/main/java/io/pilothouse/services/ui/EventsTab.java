package io.pilothouse.services.ui;

import com.vaadin.flow.router.Location;
import io.pilothouse.access.Look;
import io.pilothouse.access.Right;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.fleet.Event;
import io.pilothouse.services.ServiceEvents;
import java.util.List;

/** What happened to a service lately. */
final class EventsTab extends ServiceTab {

    private final LiveList<Event> list = new LiveList<>(EventList.DEFINITION, this::answer, this::whyEmpty);
    private List<Event> events = List.of();

    EventsTab() {
        addClassName("ph-tab");
        add(list);
    }

    @Override
    void at(Location location) {
        list.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        switch (ServiceEvents.of(shown.service(), shown.fleet())) {
            case Look.Seen<List<Event>> seen -> show(seen.content());
            case Look.Hidden<List<Event>> hidden -> hide(hidden.missing());
            case Look.Absent<List<Event>> _ -> show(List.of());
        }
    }

    private void show(List<Event> newest) {
        events = newest;
        if (list.getParent().isEmpty()) {
            removeAll();
            add(list);
        }
        list.follow();
    }

    private void hide(Right missing) {
        events = List.of();
        if (list.getParent().isPresent()) {
            removeAll();
            add(new NotAllowed(missing));
        }
    }

    private Arrangement<Event> answer(ListQuery query) {
        return EventList.DEFINITION.arrange(events.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<Event> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), EventList.DEFINITION.noun())
                : new Absence(
                        "Nothing happened lately",
                        "Kubernetes keeps events for an hour, unless its administrator chose otherwise. New ones appear here by themselves.");
    }
}
