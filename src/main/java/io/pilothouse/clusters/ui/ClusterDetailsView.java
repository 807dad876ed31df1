package io.pilothouse.clusters.ui;

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
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.PageTabs;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.KafkaCluster;
import jakarta.annotation.security.PermitAll;

/** One Kafka cluster. */
@Route("clusters/:namespace/:name")
@PermitAll
class ClusterDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    static final String TAB = PageTabs.PARAMETER;
    static final String BROKERS = "brokers";
    private static final String OVERVIEW = "overview";

    private final ClusterOverview overview = new ClusterOverview();
    private final BrokersTab brokers = new BrokersTab();
    private ClusterId id = new ClusterId("", "");
    private PageHeader header = new PageHeader("");

    ClusterDetailsView(LiveFleet live) {
        super(live);
        tabs().add(OVERVIEW, "Overview", overview);
        tabs().add(BROKERS, "Brokers", brokers);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ClusterId wanted = new ClusterId(
                event.getRouteParameters().get("namespace").orElseThrow(),
                event.getRouteParameters().get("name").orElseThrow());
        if (!wanted.equals(id)) {
            id = wanted;
            header = new PageHeader(wanted.name())
                    .under("Kafka clusters", ClustersNavigation.list())
                    .under(wanted.namespace());
            begin(header);
        }
    }

    @Override
    public String getPageTitle() {
        return id.name() + " · Kafka clusters · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        if (tab.equals(BROKERS)) {
            brokers.at(location);
        }
    }

    @Override
    protected void show(LivePicture picture) {
        switch (ClusterViewModel.content(picture, id)) {
            case ClusterViewModel.Shown shown -> show(shown);
            case ClusterViewModel.Unknown unknown -> unknown(unknown.failure());
            case ClusterViewModel.Hidden hidden -> hide(hidden.missing());
            case ClusterViewModel.Missing _ ->
                missing(
                        "Kafka cluster " + id.name() + " in namespace " + id.namespace(),
                        new Anchor(ClustersNavigation.list(), "All Kafka clusters"));
        }
    }

    private void show(ClusterViewModel.Shown shown) {
        KafkaCluster cluster = shown.cluster();
        showTabs();
        header.beside(new StateBadge(cluster.health().state()), new Span(ClusterWords.subtitle(cluster)));
        header.answer(ClusterWords.answer(cluster));
        tabs().rename(BROKERS, "Brokers " + shown.brokers().size());
        overview.show(cluster);
        brokers.show(shown.brokers());
    }
}
