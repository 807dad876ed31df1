package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.ListTab;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.fleet.BrokerSettings.Setting;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.ui.MetricsTab;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One node of a Kafka cluster. */
@Route("clusters/:namespace/:name/brokers/:id")
@PermitAll
class BrokerDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PARTITIONS = "partitions";
    private static final String CONFIG = "config";

    private final BrokerOverview overview = new BrokerOverview();
    private final HeldPartitionsTab partitions = new HeldPartitionsTab();
    private final ListTab<Setting> config = new ListTab<>(
            BrokerSettingList.DEFINITION,
            new Absence("Its settings are not known", "A broker is asked for them once a minute while it answers."));
    private final MetricsTab metrics;
    private final ClusterActions actions;
    private List<String> offered = List.of();
    private ClusterId cluster = new ClusterId("", "");
    private int broker = -1;
    private PageHeader header = new PageHeader("");

    BrokerDetailsView(LiveFleet live, Histories histories, Clock clock, ClusterActions actions) {
        super(live);
        this.actions = actions;
        metrics = new MetricsTab(histories, clock, ClusterDetailsView.FIGURES);
        tabs().add("overview", "Overview", overview);
        tabs().add(PARTITIONS, "Partitions", partitions);
        tabs().add(CONFIG, "Config", config);
        tabs().add(MetricsTab.KEY, "Metrics", metrics);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        ClusterId wanted = new ClusterId(
                parameters.get("namespace").orElseThrow(),
                parameters.get("name").orElseThrow());
        int number = number(parameters.get("id").orElseThrow());
        if (!wanted.equals(cluster) || number != broker) {
            cluster = wanted;
            broker = number;
            offered = List.of();
            header = new PageHeader("Broker " + broker)
                    .under("Kafka clusters", ClustersNavigation.list())
                    .under(wanted.namespace())
                    .under(wanted.name(), ClustersNavigation.details(wanted));
            begin(header);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NotFoundException("No such broker");
        }
    }

    @Override
    public String getPageTitle() {
        return "Broker " + broker + " · " + cluster.name() + " · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        switch (tab) {
            case PARTITIONS -> partitions.at(location);
            case CONFIG -> config.at(location);
            case MetricsTab.KEY -> metrics.at(location);
            default -> {
                // the overview has nothing in the address
            }
        }
    }

    @Override
    protected void show(LivePicture picture) {
        switch (BrokerViewModel.content(picture, cluster, broker)) {
            case BrokerViewModel.Shown shown -> show(shown);
            case BrokerViewModel.Unknown unknown -> unknown(unknown.failure());
            case BrokerViewModel.Hidden hidden -> hide(hidden.missing());
            case BrokerViewModel.Missing _ ->
                missing(
                        "broker " + broker + " in Kafka cluster " + cluster,
                        new Anchor(ClustersNavigation.brokers(cluster), "All brokers of the cluster"));
        }
    }

    /** Anew only when others fit: a button that is under a pointer stays. */
    private void offer() {
        List<ActionButton> fitting = actions.of(cluster, broker);
        List<String> words = fitting.stream().map(Button::getText).toList();
        if (!words.equals(offered)) {
            offered = words;
            header.actions(fitting.toArray(Component[]::new));
        }
    }

    private void show(BrokerViewModel.Shown shown) {
        showTabs();
        offer();
        header.beside(new StateBadge(shown.broker().health().state()), new Span(BrokerAnswer.subtitle(shown)));
        header.answer(BrokerAnswer.of(shown));
        shown.broker()
                .load()
                .known()
                .ifPresent(load -> tabs().rename(PARTITIONS, "Partitions " + Formats.count(load.replicas())));
        overview.show(shown);
        partitions.show(shown.cluster(), broker);
        config.show(shown.settings(), shown.settingsProblem());
        metrics.show(new Subject.Brokers(
                cluster.namespace(), shown.seen().pod().stream().toList()));
    }
}
