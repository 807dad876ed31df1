package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ServiceFilter;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All services that the person may see. */
@Route("services")
@Menu(title = "Services", order = 10)
@PageTitle("Services · Pilothouse")
@PermitAll
class ServicesListView extends LivePage implements AfterNavigationObserver {

    private final UrlState url = new UrlState();
    private final PageHeader header = new PageHeader("Services");
    private final TextField search = new TextField();
    private final Select<HealthState> state = new Select<>();
    private final Div empty = new Div();
    private final ServicesGrid grid = new ServicesGrid(this::rows);
    private ServiceFilter filter = ServiceFilter.NONE;
    private @Nullable LivePicture picture;

    ServicesListView(LiveFleet live) {
        super(live);
        header.verdict(
                new Span(
                        "Everything that keeps pods running: Deployments, StatefulSets, DaemonSets and the pod sets of Kafka brokers."));
        prepareSearch();
        prepareState();
        Div bar = new Div(search, state);
        bar.addClassName("ph-bar");
        add(header, bar, empty, grid);
        addClassName("ph-list-page");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url.at(event.getLocation());
        search.setValue(url.get("q").orElse(""));
        state.setValue(url.get("state").flatMap(ServicesListView::state).orElse(null));
        choose();
    }

    @Override
    protected void show(LivePicture now) {
        picture = now;
        long shown = rows().count();
        long all = now.fleet().workloads().count();
        Span count = new Span(shown == all ? Formats.count(all) : Formats.count(shown) + " of " + Formats.count(all));
        count.addClassName("ph-dim");
        header.beside(count);
        grid.setVisible(shown > 0);
        empty.removeAll();
        if (shown == 0) {
            empty.add(why(now, all));
        }
        grid.update();
    }

    private Stream<Workload> rows() {
        LivePicture shown = picture;
        return shown == null ? Stream.empty() : shown.fleet().workloads().filter(filter::shows);
    }

    private EmptyState why(LivePicture now, long all) {
        Optional<Failure> rights = now.sight().known().isEmpty() ? now.sight().problem() : Optional.empty();
        Optional<Failure> source = now.fleet().fleet().namespaces().isEmpty()
                ? now.fleet().source(Source.KUBERNETES).failure()
                : Optional.empty();
        Optional<Failure> failure = source.or(() -> rights);
        if (failure.isPresent()) {
            Failure reason = failure.orElseThrow();
            return new EmptyState(reason.summary(), reason.meaning() + " " + reason.remedy());
        }
        if (all > 0) {
            return new EmptyState(
                    "No service matches",
                    Formats.counted(all, "service") + " are hidden by the search, the state or the namespace.",
                    new Anchor(ServicesNavigation.list(), "Show all"));
        }
        return new EmptyState(
                "There is no service that you may see",
                "Services show in namespaces in which you have the right to list deployments, statefulsets or daemonsets.");
    }

    private void prepareSearch() {
        search.setPlaceholder("Search services");
        search.setAriaLabel("Search services");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                url.put("q", change.getValue());
                choose();
            }
        });
        search.addClassName("ph-search");
    }

    private void prepareState() {
        state.setAriaLabel("State");
        state.setItems(HealthState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("Any state");
        state.setPlaceholder("Any state");
        state.setItemLabelGenerator(value -> value == null ? "Any state" : value.word());
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                url.put(
                        "state",
                        Optional.ofNullable(change.getValue())
                                .map(StateBadge::slug)
                                .orElse(""));
                choose();
            }
        });
    }

    private void choose() {
        filter = new ServiceFilter(search.getValue(), Optional.ofNullable(state.getValue()), url.get("namespace"));
        if (picture != null) {
            show(picture);
        }
    }

    private static Optional<HealthState> state(String slug) {
        return Arrays.stream(HealthState.values())
                .filter(candidate -> StateBadge.slug(candidate).equals(slug))
                .findFirst();
    }
}
