package io.pilothouse.overview.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.overview.Finding;
import io.pilothouse.services.ui.ServicesNavigation;

/** One finding: its state, what it is about, why, since when, and the way there. */
class FindingRow extends Div {

    FindingRow(Finding finding) {
        addClassName("ph-finding");
        Anchor title = new Anchor(path(finding), finding.title());
        title.addClassName("ph-row-link");
        Span since = new Span();
        since.addClassNames("ph-dim", "ph-finding-since");
        finding.health().since().ifPresent(at -> since.add(new Span("for "), RelativeTime.age(at)));
        Paragraph reason = new Paragraph(finding.health().reason());
        Div badge = new Div(new StateBadge(finding.health().state()));
        add(badge, new Div(new Div(title, place(finding)), reason), since);
    }

    private static String path(Finding finding) {
        return switch (finding.subject()) {
            case Finding.Subject.OfService service -> ServicesNavigation.details(service.id());
            case Finding.Subject.OfCluster cluster -> ClustersNavigation.details(cluster.id());
            case Finding.Subject.OfBroker broker -> ClustersNavigation.broker(broker.cluster(), broker.broker());
        };
    }

    private static Span place(Finding finding) {
        String namespace = switch (finding.subject()) {
            case Finding.Subject.OfService service -> service.id().namespace();
            case Finding.Subject.OfCluster cluster -> cluster.id().namespace();
            case Finding.Subject.OfBroker broker -> broker.cluster().namespace();
        };
        Span place = new Span(" " + namespace);
        place.addClassName("ph-dim");
        return place;
    }
}
