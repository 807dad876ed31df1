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
import io.pilothouse.change.Changes;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.ui.MetricsTab;
import io.pilothouse.services.ServiceLogs;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One service. */
@Route("services/:namespace/:kind/:name")
@PermitAll
class ServiceDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    static final String TAB = PageTabs.PARAMETER;
    static final String PODS = "pods";
    private static final String OVERVIEW = "overview";

    private final Map<String, ServiceTab> parts = new HashMap<>();
    private final ServiceActions actions;
    private ServiceTab open = new ServiceOverview();
    private WorkloadId id = new WorkloadId("", WorkloadKind.DEPLOYMENT, "");
    private PageHeader header = new PageHeader("");

    ServiceDetailsView(
            LiveFleet live,
            Histories histories,
            ServiceLogs logs,
            Manifests manifests,
            ServiceActions actions,
            Changes changes,
            PodActions podActions,
            Clock clock) {
        super(live);
        this.actions = actions;
        add(OVERVIEW, "Overview", open);
        add(PODS, "Pods", new PodsTab(podActions));
        add("rollouts", "Rollouts", new RolloutsTab());
        add("consumption", "Consumption", new ConsumptionTab());
        add(MetricsTab.KEY, "Metrics", new UsageTab(histories, clock));
        add("logs", "Logs", new LogsTab(logs, live.person()));
        add("events", "Events", new EventsTab());
        add("timeline", "Timeline", new TimelineTab(changes));
        add("yaml", "YAML", new ManifestTab(manifests, live.person(), actions));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        WorkloadId wanted = id(event.getRouteParameters());
        if (!wanted.equals(id)) {
            id = wanted;
            header = new PageHeader(wanted.name())
                    .under("Services", ServicesNavigation.list())
                    .under(wanted.namespace());
            header.actions(actions.of(wanted));
            begin(header);
        }
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ServiceActions.OPEN)
                .ifPresent(action -> actions.open(id, action));
    }

    @Override
    public String getPageTitle() {
        return id.name() + " · Services · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        open = Objects.requireNonNull(parts.get(tab));
        open.at(location);
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
        open.show(shown);
    }

    private void add(String key, String title, ServiceTab part) {
        parts.put(key, part);
        tabs().add(key, title, part);
    }

    private static WorkloadId id(RouteParameters parameters) {
        return new WorkloadId(
                parameters.get("namespace").orElseThrow(),
                WorkloadKind.ofSlug(parameters.get("kind").orElseThrow())
                        .orElseThrow(() -> new NotFoundException("No such kind of service")),
                parameters.get("name").orElseThrow());
    }
}
