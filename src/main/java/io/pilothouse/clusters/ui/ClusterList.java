package io.pilothouse.clusters.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.Throughput;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What the list of Kafka clusters looks like. */
final class ClusterList {

    static final String NAMESPACE = "namespace";

    private static final int MEDIUM = 900;
    private static final int WIDE = 1200;

    static final ListDefinition<KafkaCluster> DEFINITION = new ListDefinition<>(
            "Kafka clusters",
            KafkaCluster::id,
            Stream.concat(howItIs(), figures()).toList(),
            List.of(
                    StateFilter.of(KafkaCluster::health),
                    ListFilter.of(
                            NAMESPACE,
                            "Namespace",
                            cluster -> Stream.of(cluster.id().namespace()))),
            cluster -> cluster.id() + " " + cluster.health().reason() + " "
                    + cluster.version().orElse(""),
            Comparator.comparing((KafkaCluster cluster) -> cluster.health().state(), HealthState.WORST_FIRST)
                    .thenComparing(KafkaCluster::id),
            cluster -> List.of(
                    cluster.health().state(),
                    cluster.health().reason(),
                    cluster.brokersUp(),
                    cluster.partitions().known(),
                    cluster.controller().known()));

    private ClusterList() {}

    private static Stream<ListColumn<KafkaCluster>> howItIs() {
        return Stream.of(
                ListColumn.link("name", "Cluster", ClusterList::name)
                        .width(130)
                        .grows(2)
                        .sorted(cluster -> cluster.id().name()),
                ListColumn.<KafkaCluster>state(
                                "state",
                                "State",
                                cluster -> new Cell.State(cluster.health().state()))
                        .sorted(cluster -> cluster.health().state()),
                ListColumn.<KafkaCluster>number("brokers", "Brokers up", ClusterList::brokers)
                        .width(84)
                        .sorted(cluster ->
                                cluster.brokersUp() - cluster.brokers().size())
                        .exported(cluster ->
                                cluster.brokersUp() + " of " + cluster.brokers().size()),
                ListColumn.<KafkaCluster>text(
                                "why",
                                "Why",
                                cluster -> Cell.text(cluster.health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(cluster.health().reason()))
                        .width(150)
                        .grows(4)
                        .from(MEDIUM),
                ListColumn.<KafkaCluster>text(
                                "version",
                                "Kafka",
                                cluster -> Cell.optional(
                                        cluster.version(),
                                        version -> version,
                                        "Only a Kafka resource tells the version."))
                        .width(62)
                        .from(WIDE)
                        .sortedKnown(KafkaCluster::version));
    }

    private static Stream<ListColumn<KafkaCluster>> figures() {
        return Stream.of(
                partitions("offline", "Offline", 66, PartitionCounts::offline).from(MEDIUM),
                partitions("under-replicated", "Under-replicated", 116, PartitionCounts::underReplicated)
                        .from(MEDIUM),
                partitions("at-minimum", "At min in-sync", 106, PartitionCounts::atMinimumInSync)
                        .from(WIDE),
                partitions("below-minimum", "Below min in-sync", 124, PartitionCounts::belowMinimumInSync)
                        .onRequest(),
                partitions("partitions", "Partitions", 82, PartitionCounts::total)
                        .onRequest(),
                ListColumn.<KafkaCluster>number(
                                "controller",
                                "Controller",
                                cluster -> Cell.observed(cluster.controller(), String::valueOf))
                        .width(78)
                        .from(WIDE)
                        .sortedKnown(cluster -> cluster.controller().known()),
                throughput("in", "In", Throughput::bytesIn),
                throughput("out", "Out", Throughput::bytesOut));
    }

    private static Cell.Link name(KafkaCluster cluster) {
        return new Cell.Link(
                ClustersNavigation.details(cluster.id()),
                cluster.id().name(),
                cluster.id().namespace(),
                "");
    }

    private static Cell.Text brokers(KafkaCluster cluster) {
        return cluster.brokers().isEmpty()
                ? Cell.absent("No broker of it is known yet.")
                : Cell.text(cluster.brokersUp() + " / " + cluster.brokers().size());
    }

    private static ListColumn<KafkaCluster> partitions(
            String key, String title, int width, ToIntFunction<PartitionCounts> count) {
        Function<KafkaCluster, Observed<Integer>> counted =
                cluster -> cluster.partitions().map(count::applyAsInt);
        return ListColumn.<KafkaCluster>number(key, title, cluster -> zeroDim(counted.apply(cluster)))
                .width(width)
                .sortedKnown(cluster -> counted.apply(cluster).known());
    }

    /** A known nought is good news and steps back. */
    private static Cell.Text zeroDim(Observed<Integer> count) {
        Cell.Text text = Cell.observed(count, number -> Formats.count(number));
        return text.tone() == Cell.Tone.PLAIN && text.text().equals("0") ? text.in(Cell.Tone.DIM) : text;
    }

    private static ListColumn<KafkaCluster> throughput(String key, String title, Function<Throughput, Double> bytes) {
        return ListColumn.<KafkaCluster>number(
                        key,
                        title,
                        cluster -> Cell.observed(cluster.throughput(), now -> Formats.bytesPerSecond(bytes.apply(now))))
                .width(88)
                .from(WIDE)
                .sortedKnown(cluster -> cluster.throughput().known().map(bytes));
    }
}
