package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.Workload;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a service is and does, on one screen. */
class ServiceOverview extends Div {

    private @Nullable Workload shown;
    private Observed<Optional<Usage>> shownUsage = new Observed.Fresh<>(Optional.empty(), Instant.EPOCH);

    ServiceOverview() {
        addClassName("ph-tiles");
    }

    void show(Workload service, VisibleFleet fleet) {
        Observed<Optional<Usage>> usage = usage(service, fleet);
        if (service.equals(shown) && usage.known().equals(shownUsage.known())) {
            return;
        }
        shown = service;
        shownUsage = usage;
        removeAll();
        add(
                running(service),
                scaling(service),
                resources(usage, fleet.seesPods(service.id().namespace())),
                about(service));
    }

    private static Tile running(Workload service) {
        return new Tile(
                "Replicas",
                new FactList()
                        .fact("Ready", ServiceWords.ready(service.replicas()))
                        .fact("Rollout", ServiceWords.rollout(service.replicas()))
                        .fact("Restarts within an hour", ServiceWords.restarts(service.restarts())));
    }

    private static Tile scaling(Workload service) {
        return service.autoscaling()
                .map(scaling -> new Tile("Autoscaling", scaling(scaling)))
                .orElseGet(() -> new Tile("Autoscaling", dim("No HorizontalPodAutoscaler owns its replica count.")));
    }

    private static FactList scaling(Autoscaling scaling) {
        FactList facts = new FactList()
                .fact("HorizontalPodAutoscaler", scaling.name())
                .fact("Range", scaling.minimum() + " to " + scaling.maximum())
                .fact("Wants", String.valueOf(scaling.desired()));
        scaling.problem().ifPresent(problem -> facts.fact("Problem", problem));
        return facts;
    }

    private static Tile resources(Observed<Optional<Usage>> usage, boolean seesPods) {
        if (!seesPods) {
            return new Tile("Used now", Figure.absent("You lack the right to list pods here."));
        }
        return new Tile(
                "Used now",
                new FactList()
                        .fact("CPU", figure(usage, sum -> Formats.cores(sum.cores())))
                        .fact("Memory", figure(usage, sum -> Formats.bytes(sum.memory()))));
    }

    private static Component figure(Observed<Optional<Usage>> usage, Function<Usage, String> inWords) {
        boolean unmeasured = usage.known().filter(Optional::isEmpty).isPresent();
        return unmeasured
                ? Figure.absent("Prometheus has no series of its pods yet.")
                : Figure.of(usage, known -> inWords.apply(known.orElseThrow()));
    }

    private static Tile about(Workload service) {
        FactList facts = new FactList()
                .fact("Kind", service.id().kind().kind())
                .fact("Namespace", service.id().namespace())
                .fact("Team", service.team().orElse(Formats.ABSENT))
                .fact("Created", RelativeTime.ago(service.created()));
        service.images().forEach(image -> facts.fact("Image", mono(image)));
        service.kafkaCluster()
                .ifPresent(cluster -> facts.fact(
                        "Kafka cluster",
                        new Anchor(
                                ClustersNavigation.details(
                                        new ClusterId(service.id().namespace(), cluster)),
                                cluster)));
        return new Tile("About", facts);
    }

    /** Summed over the pods that are measured; empty when none is. */
    private static Observed<Optional<Usage>> usage(Workload service, VisibleFleet fleet) {
        return fleet.fleet()
                .usage()
                .map(byPod -> service.pods().stream()
                        .flatMap(pod -> Optional.ofNullable(byPod.get(pod.namespace() + "/" + pod.name())).stream())
                        .reduce((one, other) -> new Usage(one.cores() + other.cores(), one.memory() + other.memory())));
    }

    private static Span dim(String text) {
        Span span = new Span(text);
        span.addClassName("ph-dim");
        return span;
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassNames("ph-mono", "ph-break");
        return span;
    }
}
