package io.pilothouse.nodes.ui;

import io.pilothouse.access.Look;
import io.pilothouse.access.Right;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Source;
import io.pilothouse.nodes.NodeInventory;
import io.pilothouse.nodes.NodeLoad;
import io.pilothouse.nodes.NodeLoss;
import io.pilothouse.nodes.PodOnNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of one node shows. */
final class NodeViewModel {

    private NodeViewModel() {}

    /** What there is to show. */
    sealed interface Content {}

    /**
     * The node.
     *
     * @param pods pods on it that the person may see, ended ones among them
     * @param loss what would be lost with it
     */
    record Shown(NodeLoad load, List<PodOnNode> pods, NodeLoss loss) implements Content {

        Node node() {
            return load.node();
        }
    }

    /** Neither rights nor nodes are known, so nobody can say whether this one is there. */
    record Unknown(Failure failure) implements Content {}

    /** The person may not see nodes. */
    record Hidden(Right missing) implements Content {}

    /** It is not there. */
    record Missing() implements Content {}

    static Content content(LivePicture picture, String name) {
        return unknown(picture).<Content>map(Unknown::new).orElseGet(() -> switch (picture.fleet()
                .node(name)) {
            case Look.Seen<Node> seen -> shown(picture, seen.content());
            case Look.Hidden<Node> hidden -> new Hidden(hidden.missing());
            case Look.Absent<Node> _ -> new Missing();
        });
    }

    /** What stands beside the name: "eu-west-1a · kubelet v1.36.3". */
    static String subtitle(Node node) {
        return Stream.of(
                        node.zone(),
                        Optional.of(node.software().kubelet())
                                .filter(version -> !version.isEmpty())
                                .map(version -> "kubelet " + version),
                        node.cordoned() ? Optional.of("cordoned") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static Shown shown(LivePicture picture, Node node) {
        NodeInventory inventory = NodeInventory.of(node.name(), picture.fleet());
        return new Shown(inventory.load(node), inventory.pods(node.name()), NodeLoss.of(node.name(), picture.fleet()));
    }

    private static Optional<Failure> unknown(LivePicture picture) {
        if (picture.sight().known().isEmpty()) {
            return picture.sight().problem();
        }
        return picture.fleet().fleet().namespaces().isEmpty()
                ? picture.fleet().source(Source.KUBERNETES).failure()
                : Optional.empty();
    }
}
