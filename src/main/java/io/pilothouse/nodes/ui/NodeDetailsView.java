package io.pilothouse.nodes.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.access.ui.ObjectPage;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.ui.FleetNavigation;
import jakarta.annotation.security.PermitAll;

/** One node. */
@Route("nodes/:name")
@PermitAll
class NodeDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PODS = "pods";

    private final NodeOverview overview = new NodeOverview();
    private final NodePodsTab pods = new NodePodsTab();
    private String name = "";
    private PageHeader header = new PageHeader("");

    NodeDetailsView(LiveFleet live) {
        super(live);
        tabs().add("overview", "Overview", overview);
        tabs().add(PODS, "Pods", pods);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getRouteParameters().get("name").orElseThrow();
        if (!wanted.equals(name)) {
            name = wanted;
            header = new PageHeader(wanted).under("Nodes", FleetNavigation.NODES);
            begin(header);
        }
    }

    @Override
    public String getPageTitle() {
        return name + " · Nodes · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        if (tab.equals(PODS)) {
            pods.at(location);
        }
    }

    @Override
    protected void show(LivePicture picture) {
        switch (NodeViewModel.content(picture, name)) {
            case NodeViewModel.Shown shown -> show(shown);
            case NodeViewModel.Unknown unknown -> unknown(unknown.failure());
            case NodeViewModel.Hidden hidden -> hide(hidden.missing());
            case NodeViewModel.Missing _ -> missing("node " + name, new Anchor(FleetNavigation.NODES, "All nodes"));
        }
    }

    private void show(NodeViewModel.Shown shown) {
        showTabs();
        header.beside(new StateBadge(shown.node().health().state()), new Span(NodeViewModel.subtitle(shown.node())));
        header.answer(NodeAnswer.of(shown));
        tabs().rename(PODS, "Pods " + Formats.count(shown.pods().size()));
        overview.show(shown);
        pods.show(shown);
    }
}
