package io.pilothouse.nodes.ui;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.nodes.DrainObstacle;
import io.pilothouse.nodes.NodeLoss;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of a node's page: how it is, and what hangs on it. */
final class NodeAnswer {

    private static final int NAMED_AT_MOST = 3;

    private NodeAnswer() {}

    static Answer of(NodeViewModel.Shown shown) {
        Health health = shown.node().health();
        boolean ready = health.state() == HealthState.HEALTHY;
        Optional<Instant> since = ready ? Optional.empty() : health.since();
        String rest = Stream.of(runs(shown), loss(shown.loss(), shown.node().health()), drain(shown.loss()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return new Answer(headline(shown), since, rest);
    }

    private static String headline(NodeViewModel.Shown shown) {
        Health health = shown.node().health();
        if (health.state() != HealthState.HEALTHY) {
            return NodeWords.sentence(health.reason());
        }
        return shown.node().cordoned() ? "Ready, but cordoned: it takes no new pods" : "Ready for pods";
    }

    /** "It runs 9 pods and Kafka broker main 1." */
    private static String runs(NodeViewModel.Shown shown) {
        int pods = shown.load().pods();
        String what = pods == 0 ? "no pods" : Formats.counted(pods, "pod");
        String seen = shown.load().whole() ? "" : " that you may see";
        String brokers = shown.load().brokers().isEmpty()
                ? ""
                : ", Kafka " + (shown.load().brokers().size() == 1 ? "broker " : "brokers ")
                        + NodeWords.brokers(shown.load().brokers()) + " among them";
        return "It runs " + what + seen + brokers + ".";
    }

    /** "If it went away, orders and payments would have no ready pod." */
    private static String loss(NodeLoss loss, Health health) {
        if (loss.services().isEmpty() && loss.clusters().isEmpty()) {
            return health.state() == HealthState.HEALTHY ? "Nothing hangs on it alone." : "";
        }
        List<NodeLoss.ServiceLoss> stopped = loss.stopped();
        String services = stopped.isEmpty()
                ? "every service would keep a ready pod"
                : named(stopped.stream().map(NodeLoss.ServiceLoss::service).toList()) + " would have no ready pod";
        String clusters = loss.clusters().stream()
                .map(cluster -> ", Kafka cluster " + cluster.cluster().name() + " would keep "
                        + Formats.count(cluster.left()) + " of "
                        + Formats.counted(cluster.left() + cluster.lost().size(), "broker"))
                .collect(Collectors.joining());
        return "If it went away, " + services + clusters + ".";
    }

    /** "A drain would wait for orders." */
    private static String drain(NodeLoss loss) {
        return loss.obstacles().isEmpty()
                ? ""
                : "A drain would wait for "
                        + named(loss.obstacles().stream()
                                .map(DrainObstacle::service)
                                .toList()) + ".";
    }

    private static String named(List<WorkloadId> services) {
        List<String> names = services.stream()
                .map(WorkloadId::name)
                .limit(services.size() > NAMED_AT_MOST ? NAMED_AT_MOST - 1 : NAMED_AT_MOST)
                .toList();
        int more = services.size() - names.size();
        return more > 0 ? String.join(", ", names) + " and " + Formats.count(more) + " more services" : joined(names);
    }

    private static String joined(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
