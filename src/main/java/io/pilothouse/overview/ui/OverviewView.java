package io.pilothouse.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.overview.Finding;
import io.pilothouse.overview.Findings;
import io.pilothouse.overview.Verdict;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Is it healthy, and if not, where to look. */
@Route("")
@Menu(title = "Overview", order = 0)
@PageTitle("Overview · Pilothouse")
@PermitAll
class OverviewView extends LivePage implements AfterNavigationObserver {

    private final UrlState url = new UrlState();
    private final PageHeader header = new PageHeader("Overview");
    private final SummaryTiles tiles = new SummaryTiles();
    private final Tile attention = new Tile("What needs attention");
    private final FlowTile flows = new FlowTile();
    private final Div list = new Div();
    private List<Finding> shownFindings = List.of();
    private String shownVerdict = "";

    OverviewView(LiveFleet live) {
        super(live);
        list.addClassName("ph-findings");
        attention.add(list);
        attention.addClassName("ph-below");
        add(header, tiles, attention, flows);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url.at(event.getLocation());
        showNow();
    }

    @Override
    protected void show(LivePicture picture) {
        Optional<String> namespace = url.get("namespace");
        VisibleFleet fleet = picture.fleet();
        List<Finding> findings = Findings.of(fleet, namespace);
        Optional<Failure> undecided =
                picture.sight().known().isEmpty() ? picture.sight().problem() : Optional.empty();
        if (undecided.isPresent()) {
            showVerdict(new Verdict(
                    HealthState.UNKNOWN,
                    "Unknown",
                    undecided.orElseThrow().summary() + ". "
                            + undecided.orElseThrow().remedy()));
        } else {
            showVerdict(Verdict.of(fleet, findings));
        }
        tiles.show(fleet, namespace);
        flows.show(fleet, namespace);
        showFindings(findings, undecided.isPresent());
    }

    private void showVerdict(Verdict verdict) {
        String words = verdict.headline() + verdict.explanation();
        if (words.equals(shownVerdict)) {
            return;
        }
        shownVerdict = words;
        Span headline = new Span(verdict.headline() + ". ");
        headline.addClassName("ph-strong");
        header.verdict(headline, new Span(verdict.explanation()));
    }

    private void showFindings(List<Finding> findings, boolean undecided) {
        if (findings.equals(shownFindings) && list.getElement().getChildCount() > 0) {
            return;
        }
        shownFindings = findings;
        list.removeAll();
        if (findings.isEmpty()) {
            list.add(
                    undecided
                            ? new EmptyState("Not known yet", "What you may see has to be known first.")
                            : new EmptyState(
                                    "Nothing", "All services and brokers that you may see are as they should be."));
        } else {
            list.add(findings.stream().map(FindingRow::new).toArray(Component[]::new));
        }
    }
}
