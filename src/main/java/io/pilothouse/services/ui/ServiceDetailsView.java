package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.pilothouse.access.Look;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service. */
@Route("services/:namespace/:kind/:name")
@PermitAll
class ServiceDetailsView extends LivePage implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final String TAB = "tab";
    private static final String PODS = "pods";

    private final UrlState url = new UrlState();
    private final Tab overviewTab = new Tab("Overview");
    private final Tab podsTab = new Tab("Pods");
    private final Tabs tabs = new Tabs(overviewTab, podsTab);
    private final ServiceOverview overview = new ServiceOverview();
    private final PodsGrid pods = new PodsGrid();
    private final Div body = new Div();
    private final Div instead = new Div();
    private @Nullable PageHeader header;
    private @Nullable WorkloadId id;

    ServiceDetailsView(LiveFleet live) {
        super(live);
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                url.put(TAB, tabs.getSelectedTab() == podsTab ? PODS : "");
            }
            showTab();
        });
        body.add(tabs, overview, pods);
        addClassName("ph-list-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        WorkloadKind kind = WorkloadKind.ofSlug(parameters.get("kind").orElse(""))
                .orElseThrow(() -> new NotFoundException("No such kind of service"));
        WorkloadId wanted = new WorkloadId(
                parameters.get("namespace").orElse(""),
                kind,
                parameters.get("name").orElse(""));
        if (!wanted.equals(id)) {
            open(wanted);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url.at(event.getLocation());
        tabs.setSelectedTab(url.get(TAB).filter(PODS::equals).isPresent() ? podsTab : overviewTab);
        showTab();
        showNow();
    }

    @Override
    public String getPageTitle() {
        return (id == null ? "Service" : id.name()) + " · Pilothouse";
    }

    @Override
    protected void show(LivePicture picture) {
        if (id == null) {
            return;
        }
        Optional<Failure> unknown = unknown(picture);
        if (unknown.isPresent()) {
            insteadOfBody(new EmptyState(
                    unknown.orElseThrow().summary(), unknown.orElseThrow().remedy()));
            return;
        }
        switch (picture.fleet().workload(id)) {
            case Look.Seen<Workload> seen -> showService(seen.content(), picture.fleet());
            case Look.Hidden<Workload> hidden -> insteadOfBody(new NotAllowed(hidden.missing()));
            case Look.Absent<Workload> _ ->
                insteadOfBody(new EmptyState(
                        "There is no such service", "It may have been deleted, or the address is wrong: " + id));
        }
    }

    private void open(WorkloadId wanted) {
        id = wanted;
        removeAll();
        PageHeader named = new PageHeader(wanted.name())
                .under("Services", ServicesNavigation.list())
                .under(wanted.namespace());
        header = named;
        add(named, instead, body);
    }

    /** While rights or services are not known at all, nobody can say whether this one is there. */
    private static Optional<Failure> unknown(LivePicture picture) {
        if (picture.sight().known().isEmpty()) {
            return picture.sight().problem();
        }
        return picture.fleet().fleet().namespaces().isEmpty()
                ? picture.fleet().source(Source.KUBERNETES).failure()
                : Optional.empty();
    }

    private void showService(Workload service, VisibleFleet fleet) {
        instead.setVisible(false);
        body.setVisible(true);
        if (header != null) {
            header.beside(
                    new StateBadge(service.health().state()),
                    new Span(service.id().kind().kind()));
            header.verdict(ServiceVerdict.of(service));
        }
        overview.show(service, fleet);
        pods.show(service, fleet);
    }

    private void insteadOfBody(EmptyState reason) {
        body.setVisible(false);
        if (header != null) {
            header.beside();
            header.verdict();
        }
        instead.removeAll();
        instead.add(reason);
        instead.setVisible(true);
    }

    private void showTab() {
        boolean ofPods = tabs.getSelectedTab() == podsTab;
        overview.setVisible(!ofPods);
        pods.setVisible(ofPods);
    }
}
