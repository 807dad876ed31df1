package io.pilothouse.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.Throughput;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Counts by state, each a link. What is not known is a dash, not a zero. */
class SummaryTiles extends Div {

    private record Summary(
            Map<HealthState, Long> services,
            Optional<Failure> noServices,
            Map<HealthState, Long> brokers,
            Optional<Failure> noBrokers,
            List<KafkaCluster> clusters) {}

    private Optional<Summary> shown = Optional.empty();

    SummaryTiles() {
        addClassName("ph-tiles");
    }

    void show(VisibleFleet fleet, Optional<String> namespace) {
        Summary now = summary(fleet, namespace);
        if (shown.filter(now::equals).isPresent()) {
            return;
        }
        shown = Optional.of(now);
        removeAll();
        add(
                new Tile(
                        "Services",
                        counts(
                                now.services(),
                                now.noServices(),
                                "healthy",
                                ServicesNavigation.list(),
                                ServicesNavigation::list)),
                new Tile(
                        "Brokers",
                        counts(
                                now.brokers(),
                                now.noBrokers(),
                                "in service",
                                ClustersNavigation.list(),
                                _ -> ClustersNavigation.list())),
                new Tile("Partitions at risk", partitions(now)),
                new Tile("Through Kafka", throughput(now)));
    }

    private static Summary summary(VisibleFleet fleet, Optional<String> namespace) {
        Map<HealthState, Long> services = new EnumMap<>(HealthState.class);
        fleet.workloads()
                .filter(service -> !service.isKafkas())
                .filter(service ->
                        namespace.map(service.id().namespace()::equals).orElse(true))
                .forEach(service -> services.merge(service.health().state(), 1L, Long::sum));
        List<KafkaCluster> clusters = fleet.clusters().stream()
                .filter(cluster ->
                        namespace.map(cluster.id().namespace()::equals).orElse(true))
                .toList();
        Map<HealthState, Long> brokers = new EnumMap<>(HealthState.class);
        clusters.stream()
                .flatMap(cluster -> cluster.brokers().stream())
                .map(Broker::health)
                .forEach(health -> brokers.merge(health.state(), 1L, Long::sum));
        return new Summary(
                services,
                services.isEmpty() ? fleet.source(Source.KUBERNETES).failure() : Optional.empty(),
                brokers,
                brokers.isEmpty() ? fleet.source(Source.KAFKA).failure() : Optional.empty(),
                clusters);
    }

    private static Component counts(
            Map<HealthState, Long> counts,
            Optional<Failure> unknown,
            String good,
            String all,
            Function<HealthState, String> path) {
        if (unknown.isPresent()) {
            return figure(
                    Figure.absent(unknown.orElseThrow().summary()),
                    "",
                    unknown.orElseThrow().summary());
        }
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        Anchor healthy = new Anchor(all, Formats.count(counts.getOrDefault(HealthState.HEALTHY, 0L)));
        Div figure = figure(healthy, "of " + Formats.count(total) + " " + good, "");
        Div others = new Div();
        others.addClassName("ph-counts");
        for (HealthState state : HealthState.values()) {
            long count = counts.getOrDefault(state, 0L);
            if (state != HealthState.HEALTHY && count > 0) {
                Anchor link = new Anchor(
                        path.apply(state),
                        Formats.count(count) + " " + state.word().toLowerCase(Locale.ROOT));
                link.addClassName("ph-" + state.name().toLowerCase(Locale.ROOT) + "-text");
                others.add(link);
            }
        }
        figure.add(others);
        return figure;
    }

    private static Component partitions(Summary summary) {
        Optional<Observed<Integer>> atRisk = summary.clusters().stream()
                .map(cluster -> cluster.partitions()
                        .map(counts -> counts.offline() + counts.belowMinimumInSync() + counts.atMinimumInSync()))
                .reduce((one, other) -> one.flatMap(count -> other.map(next -> count + next)));
        return atRisk.map(count -> figure(
                        Figure.of(count, value -> Formats.count(value)),
                        "offline, below or at min.insync.replicas",
                        ""))
                .orElseGet(() -> figure(Figure.absent("No Kafka cluster is seen"), "", "No Kafka cluster is seen."));
    }

    private static Component throughput(Summary summary) {
        Optional<Observed<Throughput>> sum = summary.clusters().stream()
                .map(KafkaCluster::throughput)
                .reduce((one, other) -> one.flatMap(now -> other.map(
                        next -> new Throughput(now.bytesIn() + next.bytesIn(), now.bytesOut() + next.bytesOut()))));
        return sum.map(now -> figure(
                        Figure.of(now, value -> Formats.bytesPerSecond(value.bytesIn())),
                        "in",
                        now.known()
                                .map(value -> Formats.bytesPerSecond(value.bytesOut()) + " out")
                                .or(() -> now.problem().map(Failure::summary))
                                .orElse("")))
                .orElseGet(() -> figure(Figure.absent("No Kafka cluster is seen"), "", "No Kafka cluster is seen."));
    }

    private static Div figure(Component value, String unit, String below) {
        value.addClassName("ph-figure");
        Span small = new Span(unit);
        small.addClassName("ph-dim");
        Div line = new Div(value, small);
        line.addClassName("ph-figure-line");
        Div figure = new Div(line);
        if (!below.isEmpty()) {
            Div remark = new Div(new Span(below));
            remark.addClassNames("ph-dim", "ph-remark");
            figure.add(remark);
        }
        return figure;
    }
}
