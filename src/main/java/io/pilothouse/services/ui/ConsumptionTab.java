package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Location;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.fleet.Source;
import io.pilothouse.services.Consumption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service reads from Kafka, how far it is behind, which of its pods reads what, and where it writes to. */
final class ConsumptionTab extends ServiceTab {

    /** What stands above the list. */
    private record Facts(
            Consumption consumption, Observed<UsedNow> used, boolean seesPods, Optional<Failure> unmeasured) {}

    private final Div sections = new Div();
    private final H2 heading = new H2("Who reads what");
    private final LiveList<ShownReader> list = new LiveList<>(ReaderList.DEFINITION, this::answer, this::whyEmpty);
    private List<ShownReader> readers = List.of();
    private @Nullable Facts shown;

    ConsumptionTab() {
        addClassName("ph-tab");
        heading.addClassName("ph-list-title");
    }

    @Override
    void at(Location location) {
        list.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown content) {
        VisibleFleet fleet = content.fleet();
        Consumption consumption = Consumption.of(content.service(), fleet);
        Facts now = new Facts(
                consumption,
                UsedNow.of(content.service(), fleet.fleet()),
                fleet.seesPods(content.service().id().namespace()),
                fleet.source(Source.PROMETHEUS).failure());
        if (!now.equals(shown)) {
            shown = now;
            sections.removeAll();
            sections.add(sections(now, fleet));
        }
        readers = ShownReader.of(consumption, fleet);
        arrange(!consumption.readings().isEmpty());
        list.follow();
    }

    private void arrange(boolean reads) {
        if (getElement().getChildCount() == 0 || reads != list.getParent().isPresent()) {
            removeAll();
            add(sections);
            if (reads) {
                add(heading, list);
            }
        }
    }

    private static List<Component> sections(Facts facts, VisibleFleet fleet) {
        Tile writes = new WritesTile(facts.consumption().writes(), facts.unmeasured());
        if (facts.consumption().readings().isEmpty()) {
            writes.addClassName("ph-above");
            return List.of(nothingRead(fleet), writes);
        }
        UsageTiles usage = new UsageTiles(facts.used(), facts.seesPods());
        Div about = new Div(usage.cpu(), usage.memory(), writes);
        about.addClassName("ph-tiles");
        return List.of(
                new Div(facts.consumption().readings().stream()
                        .map(ConsumptionSection::new)
                        .toArray(Component[]::new)),
                about);
    }

    private static EmptyState nothingRead(VisibleFleet fleet) {
        return fleet.groupsProblem()
                .map(failure ->
                        new EmptyState("What it reads is not known", failure.summary() + ". " + failure.remedy()))
                .orElseGet(() -> new EmptyState(
                        "It reads nothing",
                        "No consumer group of a Kafka cluster that you see has a member in its pods."));
    }

    private Arrangement<ShownReader> answer(ListQuery query) {
        return ReaderList.DEFINITION.arrange(readers.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<ShownReader> answer) {
        return Absence.nothingMatches(answer.total(), ReaderList.DEFINITION.noun());
    }
}
