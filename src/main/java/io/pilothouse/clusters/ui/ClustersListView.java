package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Source;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All Kafka clusters that the person may see. */
@Route("clusters")
@Menu(title = "Kafka clusters", order = 11)
@PageTitle("Kafka clusters · Pilothouse")
@PermitAll
class ClustersListView extends LivePage implements AfterNavigationObserver {

    private final UrlState url = new UrlState();
    private final PageHeader header = new PageHeader("Kafka clusters");
    private final Div empty = new Div();
    private final ClustersGrid grid = new ClustersGrid(this::rows);
    private @Nullable LivePicture picture;

    ClustersListView(LiveFleet live) {
        super(live);
        grid.setAllRowsVisible(true);
        add(header, empty, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url.at(event.getLocation());
        showNow();
    }

    @Override
    protected void show(LivePicture now) {
        picture = now;
        long shown = rows().count();
        Span count = new Span(Formats.count(shown));
        count.addClassName("ph-dim");
        header.beside(count);
        grid.setVisible(shown > 0);
        empty.removeAll();
        if (shown == 0) {
            empty.add(why(now));
        }
        grid.update();
    }

    private Stream<KafkaCluster> rows() {
        LivePicture shown = picture;
        Optional<String> namespace = url.get("namespace");
        return shown == null
                ? Stream.empty()
                : shown.fleet().clusters().stream()
                        .filter(cluster ->
                                namespace.map(cluster.id().namespace()::equals).orElse(true));
    }

    private static EmptyState why(LivePicture now) {
        Optional<Failure> rights = now.sight().known().isEmpty() ? now.sight().problem() : Optional.empty();
        Optional<Failure> failure =
                rights.or(() -> now.fleet().source(Source.KAFKA).failure());
        return failure.map(reason -> new EmptyState(reason.summary(), reason.meaning() + " " + reason.remedy()))
                .orElseGet(() -> new EmptyState(
                        "No Kafka cluster here", "There is none in the namespace that is chosen in the header."));
    }
}
