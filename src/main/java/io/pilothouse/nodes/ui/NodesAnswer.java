package io.pilothouse.nodes.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.StateCounts;
import io.pilothouse.fleet.Resources;
import io.pilothouse.nodes.NodeLoad;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of the list of nodes: how they are, and how full. */
final class NodesAnswer {

    private NodesAnswer() {}

    static Answer of(List<NodeLoad> nodes) {
        Map<HealthState, Integer> counts = nodes.stream()
                .collect(Collectors.toMap(load -> load.node().health().state(), _ -> 1, Integer::sum));
        Answer states = new StateCounts(counts).inWords("node");
        String rest = Stream.of(states.rest(), zones(nodes), cordoned(nodes), reserved(nodes))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return new Answer(states.headline(), rest);
    }

    private static String zones(List<NodeLoad> nodes) {
        long zones = nodes.stream()
                .flatMap(load -> load.node().zone().stream())
                .distinct()
                .count();
        return zones == 0 || nodes.size() == 1 ? "" : "They are in " + Formats.counted(zones, "zone") + ".";
    }

    private static String cordoned(List<NodeLoad> nodes) {
        long cordoned = nodes.stream().filter(load -> load.node().cordoned()).count();
        return cordoned == 0 ? "" : Formats.count(cordoned) + (cordoned == 1 ? " is" : " are") + " cordoned.";
    }

    private static String reserved(List<NodeLoad> nodes) {
        Resources offered = Resources.sum(
                nodes.stream().map(load -> load.node().allocatable()).toList());
        if (offered.millicores() == 0
                || offered.memory() == 0
                || !nodes.stream().allMatch(NodeLoad::whole)) {
            return "";
        }
        Resources requested =
                Resources.sum(nodes.stream().map(NodeLoad::requested).toList());
        return "Pods have reserved "
                + Formats.percent((double) requested.millicores() / offered.millicores()) + " of all CPU and "
                + Formats.percent((double) requested.memory() / offered.memory()) + " of all memory.";
    }
}
