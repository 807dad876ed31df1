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
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.ui.MetricsTab;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One Kafka cluster. */
@Route("clusters/:namespace/:name")
@PermitAll
class ClusterDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    static final String TAB = PageTabs.PARAMETER;
    static final String BROKERS = "brokers";
    private static final String OVERVIEW = "overview";
    private static final String POOLS = "pools";
    private static final String PLACEMENT = "placement";
    private static final String WHAT_IF = "what-if";
    static final List<Figure> FIGURES = List.of(
            Figure.BYTES_IN,
            Figure.BYTES_OUT,
            Figure.MESSAGES_IN,
            Figure.UNDER_REPLICATED,
            Figure.IN_SYNC_SHRINKS,
            Figure.FOLLOWER_LAG,
            Figure.LOG_SIZE,
            Figure.HANDLERS_IDLE,
            Figure.CPU,
            Figure.MEMORY);

    private final ClusterOverview overview = new ClusterOverview();
    private final BrokersTab brokers;
    private final PoolsTab pools;
    private final PlacementTab placement = new PlacementTab();
    private final WhatIfTab whatIf;
    private final MetricsTab metrics;
    private final ClusterActions actions;
    private boolean offered;
    private ClusterId id = new ClusterId("", "");
    private PageHeader header = new PageHeader("");

    ClusterDetailsView(LiveFleet live, Histories histories, Clock clock, ClusterActions actions) {
        super(live);
        this.actions = actions;
        brokers = new BrokersTab(actions);
        pools = new PoolsTab(actions);
        whatIf = new WhatIfTab(() -> id);
        metrics = new MetricsTab(histories, clock, FIGURES);
        tabs().add(OVERVIEW, "Overview", overview);
        tabs().add(BROKERS, "Brokers", brokers);
        tabs().add(POOLS, "Node pools", pools);
        tabs().add(PLACEMENT, "Placement", placement);
        tabs().add(WHAT_IF, "What if", whatIf);
        tabs().add(MetricsTab.KEY, "Metrics", metrics);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ClusterId wanted = new ClusterId(
                event.getRouteParameters().get("namespace").orElseThrow(),
                event.getRouteParameters().get("name").orElseThrow());
        if (!wanted.equals(id)) {
            id = wanted;
            offered = false;
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
        switch (tab) {
            case BROKERS -> brokers.at(location);
            case POOLS -> pools.at(location);
            case PLACEMENT -> placement.at(location);
            case WHAT_IF -> whatIf.at(location);
            case MetricsTab.KEY -> metrics.at(location);
            default -> {
                // it has nothing in the address
            }
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

    /** Buttons keep their place once they are there; whether an operator runs it may be known a moment later than the rest. */
    private void offer(KafkaCluster cluster) {
        if (!offered && cluster.strimzi().isPresent() && !cluster.pools().isEmpty()) {
            offered = true;
            header.actions(actions.of(id));
        }
    }

    private void show(ClusterViewModel.Shown shown) {
        KafkaCluster cluster = shown.cluster();
        showTabs();
        header.beside(new StateBadge(cluster.health().state()), new Span(ClusterWords.subtitle(cluster)));
        header.answer(ClusterWords.answer(cluster));
        tabs().rename(BROKERS, "Brokers " + shown.brokers().size());
        overview.show(cluster);
        offer(cluster);
        brokers.show(shown);
        pools.show(cluster);
        placement.show(cluster);
        whatIf.show(cluster, shown.seesNodes());
        metrics.show(new Subject.Brokers(
                id.namespace(),
                shown.brokers().stream()
                        .flatMap(broker -> broker.pod().stream())
                        .toList()));
    }
}
