package io.pilothouse.clusters.internal;

import io.pilothouse.access.Look;
import io.pilothouse.base.ClusterId;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.Situation;
import io.pilothouse.clusters.ChangePoolResources;
import io.pilothouse.clusters.RestartAnswer;
import io.pilothouse.clusters.RestartBroker;
import io.pilothouse.clusters.RestartPool;
import io.pilothouse.clusters.RestartRule;
import io.pilothouse.clusters.RestartWords;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.StrimziState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What stands for and against restarting nodes of a Kafka cluster. The operator waits by itself, so that little of it need stop anybody. */
@Component
class RestartGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        return switch (change) {
            case RestartBroker restart -> checks(restart.cluster(), Set.of(restart.broker()), situation);
            case RestartPool restart -> checks(restart.cluster(), nodes(restart, situation), situation);
            case ChangePoolResources resources -> rolled(resources, situation);
            default -> List.of();
        };
    }

    /** New resources mean new pods. */
    private static List<Check> rolled(ChangePoolResources change, Situation situation) {
        List<Check> checks = new ArrayList<>(PoolResourceRules.checks(change, situation.fleet()));
        checks.add(Check.warn(
                "All nodes of the pool are restarted, one after another",
                "the operator does it when it sees the change"));
        checks.addAll(checks(
                change.cluster(), nodes(new RestartPool(change.cluster(), change.pool()), situation), situation));
        return checks;
    }

    private static Set<Integer> nodes(RestartPool restart, Situation situation) {
        return situation.fleet().cluster(restart.cluster()) instanceof Look.Seen<KafkaCluster>(KafkaCluster cluster)
                ? cluster.pool(restart.pool())
                        .map(NodePool::nodeIds)
                        .map(Set::copyOf)
                        .orElse(Set.of())
                : Set.of();
    }

    private static List<Check> checks(ClusterId id, Set<Integer> nodes, Situation situation) {
        if (!(situation.fleet().cluster(id) instanceof Look.Seen<KafkaCluster>(KafkaCluster cluster))) {
            return List.of(Check.unknown("Nobody can tell how the cluster is", "you may not see it, or it is gone"));
        }
        List<Check> checks = new ArrayList<>();
        operator(cluster).ifPresent(checks::add);
        cluster.brokers().stream()
                .filter(broker -> nodes.contains(broker.id()))
                .map(broker -> check(cluster, broker))
                .forEach(checks::add);
        othersDown(cluster, nodes).ifPresent(checks::add);
        return checks;
    }

    private static Optional<Check> operator(KafkaCluster cluster) {
        if (cluster.strimzi().isEmpty()) {
            return Optional.of(
                    Check.block("No operator runs this cluster, so nobody would do it", "no Kafka resource"));
        }
        return cluster.strimzi()
                .filter(StrimziState::paused)
                .map(_ -> Check.warn(
                        "Reconciliation is paused: nothing happens before it is resumed",
                        "annotation strimzi.io/pause-reconciliation"));
    }

    private static Check check(KafkaCluster cluster, Broker broker) {
        RestartAnswer answer = RestartRule.of(cluster, broker);
        String name = "Broker " + broker.id();
        String evidence = String.join("; ", answer.remarks());
        Check check = switch (answer.verdict()) {
            case YES ->
                answer.interrupted().isEmpty()
                        ? Check.pass(name + " may be restarted now", evidence)
                        : Check.warn(
                                name
                                        + " may be restarted, but partitions without a spare replica refuse writes meanwhile",
                                named(answer));
            case NO ->
                Check.warn(
                        name + " is not restarted now: the operator waits until it may",
                        RestartWords.obstacles(answer));
            case UNKNOWN ->
                Check.unknown("Nobody can tell whether broker " + broker.id() + " may be restarted", evidence);
        };
        return check.at("clusters/" + cluster.id() + "/brokers/" + broker.id());
    }

    private static String named(RestartAnswer answer) {
        return answer.interrupted().stream().limit(3).map(Object::toString).collect(Collectors.joining(", "))
                + (answer.interrupted().size() > 3
                        ? " and " + (answer.interrupted().size() - 3) + " more"
                        : "");
    }

    private static Optional<Check> othersDown(KafkaCluster cluster, Set<Integer> nodes) {
        List<Integer> down = cluster.brokers().stream()
                .filter(broker -> !broker.up() && !nodes.contains(broker.id()))
                .map(Broker::id)
                .toList();
        return down.isEmpty()
                ? Optional.empty()
                : Optional.of(Check.warn(
                        "Others are down already",
                        "broker " + down.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
}
