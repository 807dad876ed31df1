package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.CellText;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Workload;
import org.jspecify.annotations.Nullable;

/** What a service is and does, on one screen. */
final class ServiceOverview extends ServiceTab {

    private @Nullable Facts shown;

    /** What the tiles show. */
    private record Facts(
            Workload service,
            boolean seesPods,
            boolean seesBudgets,
            boolean seesClaims,
            boolean seesNetwork,
            Observed<UsedNow> used,
            AutoscalingTile.Content scaling,
            NamespaceLimitsTile.Content limits) {}

    ServiceOverview() {
        addClassName("ph-tiles");
    }

    @Override
    void show(ServiceViewModel.Shown content) {
        Workload service = content.service();
        Facts now = new Facts(
                service,
                content.fleet().seesPods(service.id().namespace()),
                content.fleet()
                        .sight()
                        .sees(ReadableKind.DISRUPTION_BUDGETS, service.id().namespace()),
                content.fleet().sight().sees(ReadableKind.CLAIMS, service.id().namespace()),
                content.fleet()
                        .sight()
                        .sees(ReadableKind.NETWORK_SERVICES, service.id().namespace()),
                UsedNow.of(service, content.fleet().fleet()),
                AutoscalingTile.Content.of(service, content.fleet()),
                NamespaceLimitsTile.Content.of(service, content.fleet()));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        UsageTiles usage = new UsageTiles(now.used(), now.seesPods());
        add(
                service.batch().<Tile>map(RunsTile::new).orElseGet(() -> replicas(service.replicas())),
                restarts(service),
                usage.cpu(),
                usage.memory());
        boolean kept = service.batch().isEmpty();
        if (kept) {
            add(new AutoscalingTile(now.scaling()));
        }
        if (kept && now.seesBudgets()) {
            add(DisruptionTile.of(service));
        }
        if (now.seesClaims()) {
            VolumesTile.of(service).forEach(this::add);
        }
        if (kept && now.seesNetwork()) {
            add(new ReachedByTile(service));
        }
        if (!now.limits().isEmpty()) {
            add(new NamespaceLimitsTile(now.limits()));
        }
        add(about(service));
    }

    private static Tile replicas(ReplicaCounts replicas) {
        String rollout = replicas.rollingOut()
                ? replicas.updated() + " of " + replicas.desired() + " run the newest revision"
                : "All run the newest revision";
        return new FigureTile(
                "Replicas",
                new Span(Formats.count(replicas.ready())),
                "of " + Formats.count(replicas.desired()) + " ready",
                replicas.observed() ? rollout : "The controller has yet to see the newest change");
    }

    private static Tile restarts(Workload service) {
        return new FigureTile(
                "Restarts", CellText.of(ServiceWords.restarts(service.restarts())), "in the last hour", "");
    }

    private static Tile about(Workload service) {
        FactList facts = new FactList()
                .fact("Team", CellText.of(ServiceWords.team(service)))
                .fact("Namespace", service.id().namespace())
                .fact("Kind", service.id().kind().kind())
                .fact("Created", RelativeTime.ago(service.created()));
        service.images().forEach(image -> facts.fact("Image", mono(image)));
        service.kafkaCluster()
                .map(name -> new ClusterId(service.id().namespace(), name))
                .ifPresent(cluster ->
                        facts.fact("Kafka cluster", new Anchor(ClustersNavigation.details(cluster), cluster.name())));
        return new Tile("About", facts);
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassNames("ph-mono", "ph-break");
        return span;
    }
}
