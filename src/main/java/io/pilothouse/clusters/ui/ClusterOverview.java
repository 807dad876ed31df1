package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.StrimziState;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a Kafka cluster is and how it is, on one screen. */
class ClusterOverview extends Div {

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
        add(partitions(cluster.partitions()), traffic(cluster), operator(cluster), connection(cluster));
    }

    private static Tile partitions(Observed<PartitionCounts> partitions) {
        FactList facts = new FactList();
        count(facts, "Offline", partitions, PartitionCounts::offline);
        count(facts, "Below min.insync.replicas", partitions, PartitionCounts::belowMinimumInSync);
        count(facts, "At min.insync.replicas", partitions, PartitionCounts::atMinimumInSync);
        count(facts, "Under-replicated", partitions, PartitionCounts::underReplicated);
        count(facts, "In all", partitions, PartitionCounts::total);
        return new Tile("Partitions", new Paragraph(Figure.of(partitions, ClusterWords::risk)), facts);
    }

    private static void count(
            FactList facts,
            String name,
            Observed<PartitionCounts> partitions,
            Function<PartitionCounts, Integer> count) {
        facts.fact(name, Figure.of(partitions, counts -> Formats.count(count.apply(counts))));
    }

    private static Tile traffic(KafkaCluster cluster) {
        return new Tile(
                "Traffic",
                new FactList()
                        .fact(
                                "From producers",
                                Figure.of(cluster.throughput(), now -> Formats.bytesPerSecond(now.bytesIn())))
                        .fact(
                                "To consumers",
                                Figure.of(cluster.throughput(), now -> Formats.bytesPerSecond(now.bytesOut())))
                        .fact("Active controller", Figure.of(cluster.controller(), id -> "broker " + id)));
    }

    private static Tile operator(KafkaCluster cluster) {
        return cluster.strimzi()
                .map(ClusterOverview::operator)
                .orElseGet(() -> new Tile(
                        "Operator", new Paragraph("No Kafka resource describes this cluster; no operator runs it.")));
    }

    private static Tile operator(StrimziState strimzi) {
        Tile tile = new Tile("Operator", new Paragraph("Strimzi: " + ClusterWords.operator(strimzi)));
        strimzi.warnings().lines().map(Paragraph::new).forEach(tile::add);
        return tile;
    }

    private static Tile connection(KafkaCluster cluster) {
        Span servers = new Span(cluster.bootstrapServers().orElse(Formats.ABSENT));
        servers.addClassNames("ph-mono", "ph-break");
        return new Tile(
                "Connection",
                new FactList()
                        .fact("Namespace", cluster.id().namespace())
                        .fact("Kafka version", cluster.version().orElse(Formats.ABSENT))
                        .fact("Bootstrap servers", servers));
    }
}
