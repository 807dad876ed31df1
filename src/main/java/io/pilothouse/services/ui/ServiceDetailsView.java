package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.access.ui.ObjectPage;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.PageTabs;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.ui.MetricsTab;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One service. */
@Route("services/:namespace/:kind/:name")
@PermitAll
class ServiceDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    static final String TAB = PageTabs.PARAMETER;
    static final String PODS = "pods";
    private static final String OVERVIEW = "overview";
    private static final List<Figure> FIGURES = List.of(Figure.CPU, Figure.MEMORY, Figure.CPU_THROTTLED);

    private final ServiceOverview overview = new ServiceOverview();
    private final PodsTab pods = new PodsTab();
    private final MetricsTab metrics;
    private WorkloadId id = new WorkloadId("", WorkloadKind.DEPLOYMENT, "");
    private PageHeader header = new PageHeader("");

    ServiceDetailsView(LiveFleet live, Histories histories, Clock clock) {
        super(live);
        metrics = new MetricsTab(histories, clock, FIGURES);
        tabs().add(OVERVIEW, "Overview", overview);
        tabs().add(PODS, "Pods", pods);
        tabs().add(MetricsTab.KEY, "Metrics", metrics);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        WorkloadId wanted = id(event.getRouteParameters());
        if (!wanted.equals(id)) {
            id = wanted;
            header = new PageHeader(wanted.name())
                    .under("Services", ServicesNavigation.list())
                    .under(wanted.namespace());
            begin(header);
        }
    }

    @Override
    public String getPageTitle() {
        return id.name() + " · Services · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        switch (tab) {
            case PODS -> pods.at(location);
            case MetricsTab.KEY -> metrics.at(location);
            default -> {
                // it has nothing in the address
            }
        }
    }

    @Override
    protected void show(LivePicture picture) {
        switch (ServiceViewModel.content(picture, id)) {
            case ServiceViewModel.Shown shown -> show(shown);
            case ServiceViewModel.Unknown unknown -> unknown(unknown.failure());
            case ServiceViewModel.Hidden hidden -> hide(hidden.missing());
            case ServiceViewModel.Missing _ ->
                missing(
                        id.kind().kind() + " " + id.name() + " in namespace " + id.namespace(),
                        new Anchor(ServicesNavigation.list(), "All services"));
        }
    }

    private void show(ServiceViewModel.Shown shown) {
        Workload service = shown.service();
        showTabs();
        header.beside(new StateBadge(service.health().state()), new Span(ServiceViewModel.subtitle(service)));
        header.answer(ServiceAnswer.of(service));
        tabs().rename(PODS, ServiceViewModel.podsTitle(shown));
        overview.show(shown);
        pods.show(shown);
        metrics.show(new Subject.ServicePods(id));
    }

    private static WorkloadId id(RouteParameters parameters) {
        return new WorkloadId(
                parameters.get("namespace").orElseThrow(),
                WorkloadKind.ofSlug(parameters.get("kind").orElseThrow())
                        .orElseThrow(() -> new NotFoundException("No such kind of service")),
                parameters.get("name").orElseThrow());
    }
}
