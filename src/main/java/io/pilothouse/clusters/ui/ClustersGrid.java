package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.LiveGrid;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table of Kafka clusters. */
class ClustersGrid extends LiveGrid<KafkaCluster> {

    private static final Comparator<KafkaCluster> WORST_FIRST = Comparator.comparing(
                    (KafkaCluster cluster) -> cluster.health().state(), HealthState.WORST_FIRST)
            .thenComparing(KafkaCluster::id);

    ClustersGrid(Supplier<Stream<KafkaCluster>> clusters) {
        super(
                clusters,
                KafkaCluster::id,
                cluster -> List.of(
                        cluster.health(),
                        cluster.brokersUp(),
                        cluster.partitions().known()),
                WORST_FIRST);
        addNameAndState();
        addFigures();
        getElement().setAttribute("aria-label", "Kafka clusters");
    }

    private void addNameAndState() {
        var name = addColumn(LitRenderer.<KafkaCluster>of(
                                "<a href=\"${item.path}\" class=\"ph-row-link\">${item.name}</a>"
                                        + " <span class=\"ph-dim\">${item.namespace}</span>")
                        .withProperty("path", cluster -> ClustersNavigation.details(cluster.id()))
                        .withProperty("name", cluster -> cluster.id().name())
                        .withProperty("namespace", cluster -> cluster.id().namespace()))
                .setHeader("Cluster")
                .setFlexGrow(1)
                .setWidth("150px");
        sortable(name, "name", Comparator.comparing(cluster -> cluster.id().name()));
        var state = addColumn(LitRenderer.<KafkaCluster>of(StateBadge.TEMPLATE)
                        .withProperty(
                                "state",
                                cluster -> StateBadge.slug(cluster.health().state()))
                        .withProperty(
                                "stateWord", cluster -> cluster.health().state().word()))
                .setHeader("State")
                .setFlexGrow(0)
                .setWidth("132px");
        sortable(state, "state", WORST_FIRST);
        addColumn(LitRenderer.<KafkaCluster>of("<span class=\"ph-why\" title=\"${item.why}\">${item.why}</span>")
                        .withProperty("why", cluster -> cluster.health().reason()))
                .setHeader("Why")
                .setFlexGrow(3)
                .setWidth("150px");
        addColumn(cluster -> cluster.version().orElse(Formats.ABSENT))
                .setHeader("Version")
                .setFlexGrow(0)
                .setWidth("90px");
        addColumn(cluster -> cluster.brokersUp() + " / " + cluster.brokers().size())
                .setHeader("Brokers up")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("106px");
    }

    private void addFigures() {
        partitions("Offline", "92px", PartitionCounts::offline);
        partitions("Under-replicated", "140px", PartitionCounts::underReplicated);
        partitions("At min in-sync", "124px", PartitionCounts::atMinimumInSync);
        addColumn(ObservedCell.<KafkaCluster, Integer>of(KafkaCluster::controller, String::valueOf))
                .setHeader("Controller")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("104px");
        addColumn(ObservedCell.of(KafkaCluster::throughput, throughput -> Formats.bytesPerSecond(throughput.bytesIn())))
                .setHeader("Bytes in")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("106px");
    }

    private void partitions(String title, String width, Function<PartitionCounts, Integer> count) {
        Function<KafkaCluster, Observed<PartitionCounts>> partitions = KafkaCluster::partitions;
        addColumn(ObservedCell.of(partitions, counts -> Formats.count(count.apply(counts))))
                .setHeader(title)
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth(width);
    }
}
