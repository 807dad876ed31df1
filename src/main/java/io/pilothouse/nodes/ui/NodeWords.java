package io.pilothouse.nodes.ui;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Usage;
import io.pilothouse.nodes.HostedBroker;
import io.pilothouse.nodes.NodeLoad;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How facts of nodes are put into words. */
final class NodeWords {

    static final String NO_PODS = "You lack the right to list pods in all namespaces, so the sum is not known.";

    private static final double FULL = 0.9;

    private NodeWords() {}

    /** "9 / 110". */
    static Cell.Text pods(NodeLoad load) {
        String count = Formats.count(load.pods());
        Cell.Text text = Cell.text(
                load.node().podLimit() == 0
                        ? count
                        : count + " / " + Formats.count(load.node().podLimit()));
        return load.whole() ? text : text.hint("Of the namespaces whose pods you may see.");
    }

    /** "55 %", in full on hover. */
    static Cell.Text reserved(Optional<Double> share, String inFull) {
        return share.map(known -> Cell.text(Formats.percent(known))
                        .in(known >= FULL ? Cell.Tone.STRONG : Cell.Tone.PLAIN)
                        .hint(inFull))
                .orElseGet(() -> Cell.absent(NO_PODS));
    }

    static String cpuReserved(NodeLoad load) {
        return cores(load.requested().cores()) + " of "
                + cores(load.node().allocatable().cores()) + " are reserved by pods' requests.";
    }

    static String memoryReserved(NodeLoad load) {
        return Formats.bytes(load.requested().memory()) + " of "
                + Formats.bytes(load.node().allocatable().memory()) + " are reserved by pods' requests.";
    }

    /** What its pods use, where all or some of them are measured. */
    static Cell.Text used(NodeLoad load, Function<Usage, String> inWords) {
        if (!load.whole()) {
            return Cell.absent(NO_PODS);
        }
        if (load.used().known().filter(used -> used.measured() == 0).isPresent()) {
            return Cell.absent("Prometheus has no series of its pods.");
        }
        Cell.Text text = Cell.observed(load.used(), used -> inWords.apply(used.sum()));
        return load.used()
                .known()
                .filter(used -> used.measured() < load.pods())
                .map(used ->
                        text.hint(used.measured() + " of " + Formats.counted(load.pods(), "pod") + " are measured."))
                .orElse(text);
    }

    /** "main 0, 2". */
    static String brokers(List<HostedBroker> brokers) {
        Map<ClusterId, String> ids = brokers.stream()
                .collect(Collectors.groupingBy(
                        HostedBroker::cluster,
                        TreeMap::new,
                        Collectors.mapping(broker -> String.valueOf(broker.id()), Collectors.joining(", "))));
        return ids.entrySet().stream()
                .map(entry -> entry.getKey().name() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Taints that say more than the node's state does. */
    static List<Node.Taint> ownTaints(Node node) {
        return node.taints().stream().filter(taint -> !taint.mirrorsCondition()).toList();
    }

    /** "1.50 cores", "250 m". */
    static String cores(double cores) {
        return cores < 1 ? Formats.cores(cores) : Formats.cores(cores) + " cores";
    }

    /** A phrase as the beginning of a sentence. */
    static String sentence(String phrase) {
        return phrase.isEmpty() ? phrase : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }
}
