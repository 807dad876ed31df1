package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.Look;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Kafka cluster. */
@Route("clusters/:namespace/:name")
@PermitAll
class ClusterDetailsView extends LivePage implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final String TAB = "tab";
    private static final String BROKERS = "brokers";

    private final UrlState url = new UrlState();
    private final Tab overviewTab = new Tab("Overview");
    private final Tab brokersTab = new Tab("Brokers");
    private final Tabs tabs = new Tabs(overviewTab, brokersTab);
    private final ClusterOverview overview = new ClusterOverview();
    private final BrokersGrid brokers = new BrokersGrid(this::rows, () -> seesNodes());
    private final Div body = new Div(tabs, overview, brokers);
    private final Div instead = new Div();
    private @Nullable PageHeader header;
    private @Nullable ClusterId id;
    private List<Broker> rows = List.of();
    private boolean seesNodes;

    ClusterDetailsView(LiveFleet live) {
        super(live);
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                url.put(TAB, tabs.getSelectedTab() == brokersTab ? BROKERS : "");
            }
            showTab();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ClusterId wanted = new ClusterId(
                event.getRouteParameters().get("namespace").orElse(""),
                event.getRouteParameters().get("name").orElse(""));
        if (!wanted.equals(id)) {
            open(wanted);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url.at(event.getLocation());
        tabs.setSelectedTab(url.get(TAB).filter(BROKERS::equals).isPresent() ? brokersTab : overviewTab);
        showTab();
        showNow();
    }

    @Override
    public String getPageTitle() {
        return (id == null ? "Kafka cluster" : id.name()) + " · Pilothouse";
    }

    @Override
    protected void show(LivePicture picture) {
        if (id == null) {
            return;
        }
        Optional<Failure> undecided =
                picture.sight().known().isEmpty() ? picture.sight().problem() : Optional.empty();
        if (undecided.isPresent()) {
            insteadOfBody(new EmptyState(
                    undecided.orElseThrow().summary(), undecided.orElseThrow().remedy()));
            return;
        }
        seesNodes = picture.fleet().seesNodes();
        switch (picture.fleet().cluster(id)) {
            case Look.Seen<KafkaCluster> seen -> showCluster(seen.content());
            case Look.Hidden<KafkaCluster> hidden -> insteadOfBody(new NotAllowed(hidden.missing()));
            case Look.Absent<KafkaCluster> _ ->
                insteadOfBody(new EmptyState(
                        "There is no such Kafka cluster", "It may have been deleted, or the address is wrong: " + id));
        }
    }

    private void open(ClusterId wanted) {
        id = wanted;
        removeAll();
        PageHeader named = new PageHeader(wanted.name())
                .under("Kafka clusters", ClustersNavigation.list())
                .under(wanted.namespace());
        header = named;
        add(named, instead, body);
    }

    private void showCluster(KafkaCluster cluster) {
        instead.setVisible(false);
        body.setVisible(true);
        if (header != null) {
            header.beside(new StateBadge(cluster.health().state()), new Span(ClusterWords.subtitle(cluster)));
            header.verdict(verdict(cluster));
        }
        rows = cluster.brokers();
        overview.show(cluster);
        brokers.update();
    }

    private static Component[] verdict(KafkaCluster cluster) {
        List<Component> words = new ArrayList<>();
        String reason = cluster.health().reason();
        Span state = new Span(cluster.health().state().word() + (reason.isEmpty() ? "" : ": " + reason));
        state.addClassName("ph-strong");
        words.add(state);
        if (cluster.health().state() != HealthState.HEALTHY) {
            cluster.health().since().ifPresent(since -> {
                words.add(new Span(" for "));
                words.add(RelativeTime.age(since));
            });
        }
        words.add(new Span(". "));
        words.add(Figure.of(cluster.partitions(), ClusterWords::risk));
        return words.toArray(Component[]::new);
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
        boolean ofBrokers = tabs.getSelectedTab() == brokersTab;
        overview.setVisible(!ofBrokers);
        brokers.setVisible(ofBrokers);
    }

    private Stream<Broker> rows() {
        return rows.stream();
    }

    private boolean seesNodes() {
        return seesNodes;
    }
}
