package io.pilothouse.nodes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Usage;
import io.pilothouse.nodes.HostedBroker;
import io.pilothouse.nodes.NodeLoad;
import io.pilothouse.nodes.NodeLoss;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a node has, what is on it and what hangs on it, on one screen. */
final class NodeOverview extends Div {

    private @Nullable Facts shown;

    /** What the tiles show. */
    private record Facts(NodeLoad load, NodeLoss loss) {}

    NodeOverview() {
        addClassName("ph-tiles");
    }

    void show(NodeViewModel.Shown content) {
        Facts now = new Facts(content.load(), content.loss());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        NodeLoad load = now.load();
        removeAll();
        add(
                cpu(load),
                memory(load),
                pods(load),
                brokers(load),
                new NodeLossTile(now.loss()),
                conditions(load.node()),
                about(load));
    }

    private static Tile cpu(NodeLoad load) {
        return new FigureTile(
                "CPU reserved",
                figure(load.cpuReserved()),
                load.whole() ? "of " + NodeWords.cores(load.node().allocatable().cores()) : "",
                used(load, usage -> Formats.cores(usage.cores())));
    }

    private static Tile memory(NodeLoad load) {
        return new FigureTile(
                "Memory reserved",
                figure(load.memoryReserved()),
                load.whole() ? "of " + Formats.bytes(load.node().allocatable().memory()) : "",
                used(load, usage -> Formats.bytes(usage.memory())));
    }

    private static Component figure(Optional<Double> share) {
        return share.<Component>map(known -> new Span(Formats.percent(known)))
                .orElseGet(() -> Figure.absent(NodeWords.NO_PODS));
    }

    /** "Its pods use 1.20, 8 of 9 are measured", or why that is not known. */
    private static String used(NodeLoad load, Function<Usage, String> inWords) {
        if (!load.whole()) {
            return "You lack the right to list all pods";
        }
        return load.used()
                .known()
                .map(used -> used.measured() == 0
                        ? "Prometheus does not know its pods"
                        : "Its pods use " + inWords.apply(used.sum()) + measured(used.measured(), load.pods()))
                .orElseGet(() -> load.used().problem().map(Failure::summary).orElse(""));
    }

    private static String measured(int measured, int pods) {
        return measured == pods ? "" : "; " + measured + " of " + pods + " are measured";
    }

    private static Tile pods(NodeLoad load) {
        int limit = load.node().podLimit();
        return new FigureTile(
                "Pods",
                new Span(Formats.count(load.pods())),
                limit == 0 ? "" : "of " + Formats.count(limit) + " it can run",
                load.whole() ? "" : "Of the namespaces whose pods you may see");
    }

    private static Tile brokers(NodeLoad load) {
        return new FigureTile(
                "Kafka brokers",
                new Span(Formats.count(load.brokers().size())),
                NodeWords.brokers(load.brokers()),
                load.brokers().stream().allMatch(HostedBroker::up) ? "" : "Not all of them are up");
    }

    private static Tile conditions(Node node) {
        FactList facts = new FactList();
        node.conditions().forEach(condition -> facts.fact(condition.type(), condition(condition)));
        return node.conditions().isEmpty()
                ? new Tile("Conditions", dim("It has not reported yet."))
                : new Tile("Conditions", facts);
    }

    private static Div condition(Node.Condition condition) {
        Span status = new Span(condition.status());
        status.setTitle(condition.message());
        Div line = new Div(status);
        condition.since().ifPresent(since -> {
            Span age = new Span(new Span(" for "), RelativeTime.age(since));
            age.addClassName("ph-dim");
            line.add(age);
        });
        return line;
    }

    private static Tile about(NodeLoad load) {
        Node node = load.node();
        FactList facts = new FactList()
                .fact(
                        "Zone",
                        node.zone().<Component>map(Span::new).orElseGet(() -> Figure.absent("No label names it.")))
                .fact("New pods", node.cordoned() ? "none, it is cordoned" : "welcome")
                .fact("Taints", taints(node))
                .fact("Joined", RelativeTime.ago(node.created()));
        fact(facts, "Kubelet", node.software().kubelet());
        fact(facts, "System", node.software().operatingSystem());
        fact(facts, "Architecture", node.software().architecture());
        fact(facts, "Runtime", node.software().containerRuntime());
        return new Tile("About", facts);
    }

    private static Span taints(Node node) {
        if (node.taints().isEmpty()) {
            return dim("none");
        }
        Span taints = new Span(node.taints().stream().map(Node.Taint::toString).collect(Collectors.joining(", ")));
        taints.addClassNames("ph-mono", "ph-break");
        return taints;
    }

    private static void fact(FactList facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.fact(name, value);
        }
    }

    private static Span dim(String text) {
        Span span = new Span(text);
        span.addClassName("ph-dim");
        return span;
    }
}
