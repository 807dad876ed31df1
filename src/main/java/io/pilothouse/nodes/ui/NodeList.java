package io.pilothouse.nodes.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.nodes.NodeLoad;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of nodes looks like. */
final class NodeList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;

    static final ListDefinition<NodeLoad> DEFINITION = new ListDefinition<>(
            "nodes",
            load -> load.node().name(),
            Stream.concat(howItIs(), howFullItIs()).toList(),
            filters(),
            NodeList::searched,
            Comparator.comparing((NodeLoad load) -> load.node().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(load -> load.node().name()),
            load -> List.of(
                    load.node().health().state(),
                    load.node().health().reason(),
                    load.node().cordoned(),
                    load.brokers()));

    private NodeList() {}

    private static Stream<ListColumn<NodeLoad>> howItIs() {
        return Stream.of(
                ListColumn.<NodeLoad>link("name", "Node", NodeList::name)
                        .width(130)
                        .grows(2)
                        .sorted(load -> load.node().name()),
                ListColumn.<NodeLoad>state(
                                "state",
                                "State",
                                load -> new Cell.State(load.node().health().state()))
                        .sorted(load -> load.node().health().state()),
                ListColumn.<NodeLoad>text(
                                "why",
                                "Why",
                                load -> Cell.text(load.node().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(load.node().health().reason()))
                        .width(120)
                        .grows(3)
                        .from(MEDIUM),
                ListColumn.<NodeLoad>text(
                                "zone",
                                "Zone",
                                load -> Cell.optional(
                                        load.node().zone(),
                                        zone -> zone,
                                        "It has no label topology.kubernetes.io/zone."))
                        .width(70)
                        .from(MEDIUM)
                        .sortedKnown(load -> load.node().zone()));
    }

    private static Stream<ListColumn<NodeLoad>> howFullItIs() {
        return Stream.of(
                ListColumn.<NodeLoad>number("pods", "Pods", NodeWords::pods)
                        .width(80)
                        .sorted(NodeLoad::pods)
                        .exported(load -> String.valueOf(load.pods())),
                ListColumn.<NodeLoad>text("brokers", "Brokers", NodeList::brokers)
                        .width(110)
                        .grows(1)
                        .from(MEDIUM)
                        .sorted(load -> NodeWords.brokers(load.brokers())),
                ListColumn.<NodeLoad>number(
                                "cpu",
                                "CPU reserved",
                                load -> NodeWords.reserved(load.cpuReserved(), NodeWords.cpuReserved(load)))
                        .width(108)
                        .from(MEDIUM)
                        .sortedKnown(NodeLoad::cpuReserved),
                ListColumn.<NodeLoad>number("cpu-used", "CPU used", used(usage -> Formats.cores(usage.cores())))
                        .width(88)
                        .from(WIDE)
                        .sortedKnown(load ->
                                load.used().known().map(used -> used.sum().cores())),
                ListColumn.<NodeLoad>number(
                                "memory",
                                "Memory reserved",
                                load -> NodeWords.reserved(load.memoryReserved(), NodeWords.memoryReserved(load)))
                        .width(140)
                        .from(MEDIUM)
                        .sortedKnown(NodeLoad::memoryReserved),
                ListColumn.<NodeLoad>number("memory-used", "Memory used", used(usage -> Formats.bytes(usage.memory())))
                        .width(108)
                        .from(WIDE)
                        .sortedKnown(load ->
                                load.used().known().map(used -> used.sum().memory())),
                ListColumn.<NodeLoad>text(
                                "version",
                                "Kubelet",
                                load -> Cell.text(load.node().software().kubelet()))
                        .width(84)
                        .from(VERY_WIDE)
                        .sorted(load -> load.node().software().kubelet()),
                ListColumn.<NodeLoad>text("taints", "Taints", NodeList::taints)
                        .width(140)
                        .onRequest(),
                ListColumn.<NodeLoad>time(
                                "age", "Age", load -> new Cell.Time(load.node().created()))
                        .width(84)
                        .from(WIDE)
                        .sorted(Comparator.comparing(
                                        (NodeLoad load) -> load.node().created())
                                .reversed()));
    }

    private static List<ListFilter<NodeLoad>> filters() {
        return List.of(
                StateFilter.of(load -> load.node().health()),
                ListFilter.of("zone", "Zone", load -> load.node().zone().stream()),
                ListFilter.of("pods", "New pods", load -> Stream.of(load.node().cordoned() ? "cordoned" : "welcome")),
                ListFilter.of(
                        "version",
                        "Kubelet",
                        load -> Stream.of(load.node().software().kubelet())));
    }

    private static Cell.Link name(NodeLoad load) {
        Node node = load.node();
        return new Cell.Link(FleetNavigation.node(node.name()), node.name(), "", node.cordoned() ? "cordoned" : "");
    }

    private static Cell.Text brokers(NodeLoad load) {
        return load.brokers().isEmpty()
                ? Cell.text("none").in(Cell.Tone.DIM).hint("No Kafka broker that you may see runs on it.")
                : Cell.text(NodeWords.brokers(load.brokers()));
    }

    private static Function<NodeLoad, Cell.Text> used(Function<Usage, String> inWords) {
        return load -> NodeWords.used(load, inWords);
    }

    private static Cell.Text taints(NodeLoad load) {
        List<Node.Taint> taints = NodeWords.ownTaints(load.node());
        String all = taints.stream().map(Node.Taint::toString).collect(Collectors.joining(", "));
        return taints.isEmpty()
                ? Cell.text("none").in(Cell.Tone.DIM)
                : Cell.text(all).hint(all);
    }

    private static String searched(NodeLoad load) {
        return String.join(
                " ",
                load.node().name(),
                load.node().zone().orElse(""),
                load.node().health().reason(),
                load.node().software().kubelet(),
                NodeWords.brokers(load.brokers()),
                NodeWords.ownTaints(load.node()).toString());
    }
}
