package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.CopyButton;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Throughput;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a Kafka cluster is and how it is, on one screen. */
final class ClusterOverview extends Div {

    private @Nullable KafkaCluster shown;

    ClusterOverview() {
        addClassName("ph-tiles");
    }

    void show(KafkaCluster cluster) {
        if (cluster.equals(shown)) {
            return;
        }
        shown = cluster;
        removeAll();
        add(
                brokers(cluster),
                atRisk(cluster.partitions()),
                throughput("From producers", cluster, Throughput::bytesIn),
                throughput("To consumers", cluster, Throughput::bytesOut),
                partitions(cluster.partitions()),
                QuorumTile.of(cluster.coordination().quorum(), cluster.id()),
                MovementTile.of(cluster),
                operator(cluster),
                connection(cluster));
    }

    private static Tile brokers(KafkaCluster cluster) {
        Component up = cluster.brokers().isEmpty()
                ? Figure.absent("No broker of it is known yet.")
                : new Span(Formats.count(cluster.brokersUp()));
        String controller = cluster.controller()
                .known()
                .map(id -> "Broker " + id + " is the active controller")
                .orElse("The active controller is not known");
        return new FigureTile("Brokers", up, "of " + cluster.brokers().size() + " up", controller);
    }

    private static Tile atRisk(Observed<PartitionCounts> partitions) {
        Figure count = Figure.of(
                partitions,
                counts -> Formats.count(counts.offline() + counts.belowMinimumInSync() + counts.atMinimumInSync()));
        String below = partitions.problem().map(Failure::summary).orElse("Offline, below or at min.insync.replicas");
        return new FigureTile(
                "Partitions at risk",
                count,
                partitions
                        .known()
                        .map(counts -> "of " + Formats.count(counts.total()))
                        .orElse(""),
                below);
    }

    private static Tile throughput(String title, KafkaCluster cluster, ToDoubleFunction<Throughput> bytes) {
        return new FigureTile(
                title,
                Figure.of(cluster.throughput(), now -> Formats.bytesPerSecond(bytes.applyAsDouble(now))),
                "",
                cluster.throughput().problem().map(Failure::summary).orElse(""));
    }

    private static Tile partitions(Observed<PartitionCounts> partitions) {
        FactList facts = new FactList();
        count(facts, "Offline", partitions, PartitionCounts::offline);
        count(facts, "Below min in-sync", partitions, PartitionCounts::belowMinimumInSync);
        count(facts, "At min in-sync", partitions, PartitionCounts::atMinimumInSync);
        count(facts, "Under-replicated", partitions, PartitionCounts::underReplicated);
        count(facts, "In all", partitions, PartitionCounts::total);
        return new Tile("Partitions", facts);
    }

    private static void count(
            FactList facts, String name, Observed<PartitionCounts> partitions, ToIntFunction<PartitionCounts> count) {
        facts.fact(name, Figure.of(partitions, counts -> Formats.count(count.applyAsInt(counts))));
    }

    private static Tile operator(KafkaCluster cluster) {
        return cluster.strimzi()
                .map(ClusterOverview::operator)
                .orElseGet(() -> new Tile(
                        "Operator",
                        new Paragraph("No Kafka resource describes this cluster, so no operator runs it.")));
    }

    private static Tile operator(StrimziState strimzi) {
        Tile tile = new Tile("Operator", new Paragraph(ClusterWords.operator(strimzi)));
        tile.add(new FactList()
                .fact("Newest change", strimzi.reconciled() ? "reconciled" : "not reconciled yet")
                .fact("Reconciliation", strimzi.paused() ? "paused" : "on"));
        strimzi.warnings()
                .lines()
                .map(warning -> new Paragraph("Warns: " + warning))
                .forEach(tile::add);
        return tile;
    }

    private static Tile connection(KafkaCluster cluster) {
        FactList facts = new FactList();
        cluster.bootstrapServers()
                .ifPresentOrElse(
                        servers -> facts.fact("Bootstrap servers", copyable("bootstrap servers", servers))
                                .fact("Client", copyable("client.properties", clientProperties(cluster, servers))),
                        () -> facts.fact(
                                "Bootstrap servers", Figure.absent("Nobody has told where clients connect yet.")));
        cluster.version()
                .ifPresentOrElse(
                        version -> facts.fact("Kafka version", version),
                        () -> facts.fact("Kafka version", Figure.absent("Only a Kafka resource tells the version.")));
        return new Tile("Connection", facts.fact("Namespace", cluster.id().namespace()));
    }

    /** Of a cluster that Strimzi runs, the console knows listeners that ask for nothing; how others are reached their owners know. */
    private static String clientProperties(KafkaCluster cluster, String servers) {
        return "bootstrap.servers=" + servers + (cluster.strimzi().isPresent() ? "\nsecurity.protocol=PLAINTEXT" : "");
    }

    private static Div copyable(String what, String content) {
        Span text = new Span(content);
        text.addClassNames("ph-mono", "ph-break", "ph-lines");
        Div line = new Div(text, new CopyButton(what, content));
        line.addClassName("ph-copyable");
        return line;
    }
}
