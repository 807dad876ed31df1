package io.pilothouse.clusters;

import io.pilothouse.base.Observed;
import io.pilothouse.clusters.RestartAnswer.Obstacle;
import io.pilothouse.clusters.RestartAnswer.Verdict;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a node may be restarted now, by the rules of Strimzi's operator (its classes {@code KafkaAvailability} and {@code KafkaQuorumCheck}):
 *
 * <ul>
 *   <li>a partition with {@code replicas <= min.insync.replicas} is not waited for: it can get no better;
 *   <li>else none of its partitions may have {@code in sync < minimum} already, nor {@code in sync = minimum} with it among them; nodes that are
 *       down count as not in sync, for in-sync sets shrink a moment late;
 *   <li>of n controllers, {@code (n + 2) / 2} others must have had all of the metadata log within {@code controller.quorum.fetch.timeout.ms}; of two
 *       the other one; a single one is restarted in any case.
 * </ul>
 */
public final class RestartRule {

    /** {@code controller.quorum.fetch.timeout.ms} unless somebody sets it. */
    private static final Duration FETCH_TIMEOUT = Duration.ofMillis(2000);

    private static final String FETCH_TIMEOUT_SETTING = "controller.quorum.fetch.timeout.ms";

    private final KafkaCluster cluster;
    private final Broker node;
    private final Set<Integer> down;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<PartitionId> interrupted = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private RestartRule(KafkaCluster cluster, Broker node) {
        this.cluster = cluster;
        this.node = node;
        this.down = cluster.brokers().stream()
                .filter(broker -> !broker.up())
                .map(Broker::id)
                .collect(Collectors.toSet());
    }

    /** The answers for all nodes of the cluster, by id, in one pass over its partitions. Pure: reads the picture alone. */
    public static Map<Integer, RestartAnswer> all(KafkaCluster cluster) {
        Map<Integer, RestartRule> rules = new TreeMap<>();
        cluster.brokers().forEach(broker -> rules.put(broker.id(), new RestartRule(cluster, broker)));
        if (cluster.topics() instanceof Observed.Fresh<List<Topic>> fresh) {
            fresh.content().forEach(topic -> lookAt(topic, rules));
        } else {
            rules.values().forEach(RestartRule::lookAtSilence);
        }
        Map<Integer, RestartAnswer> answers = new TreeMap<>();
        rules.forEach((id, rule) -> answers.put(id, rule.answer()));
        return answers;
    }

    /** The answer for one node of the cluster. */
    public static RestartAnswer of(KafkaCluster cluster, Broker node) {
        return Optional.ofNullable(all(cluster).get(node.id())).orElseThrow();
    }

    private static void lookAt(Topic topic, Map<Integer, RestartRule> rules) {
        OptionalInt minimum = topic.settings().minimumInSync();
        for (Partition partition : topic.partitions()) {
            PartitionId id = new PartitionId(topic.id().name(), partition.number());
            for (int replica : partition.replicas()) {
                Optional.ofNullable(rules.get(replica))
                        .filter(rule -> rule.node.up())
                        .ifPresent(rule -> rule.lookAt(id, partition, minimum));
            }
        }
    }

    private void lookAtSilence() {
        if (node.up() && node.roles().contains(Broker.Role.BROKER)) {
            unknown.add("Kafka does not tell how its partitions are now");
        }
    }

    private RestartAnswer answer() {
        if (cluster.strimzi().filter(StrimziState::paused).isPresent()) {
            obstacles.add(new Obstacle.Paused());
        }
        if (node.up()) {
            lookAtQuorum();
        }
        if (!obstacles.isEmpty()) {
            return new RestartAnswer(Verdict.NO, obstacles, interrupted, remarks());
        }
        return unknown.isEmpty()
                ? new RestartAnswer(Verdict.YES, List.of(), interrupted, remarks())
                : new RestartAnswer(
                        Verdict.UNKNOWN,
                        List.of(),
                        interrupted,
                        unknown.stream().distinct().toList());
    }

    private void lookAt(PartitionId id, Partition partition, OptionalInt known) {
        if (known.isEmpty()) {
            unknown.add("min.insync.replicas of topic " + id.topic() + " is not known");
        } else {
            lookAt(id, partition, known.getAsInt());
        }
    }

    private void lookAt(PartitionId id, Partition partition, int minimum) {
        List<Integer> inSync = partition.inSync().stream()
                .filter(replica -> !down.contains(replica))
                .toList();
        boolean among = inSync.contains(node.id());
        if (partition.replicas().size() <= minimum) {
            if (among) {
                interrupted.add(id);
            }
        } else if (inSync.size() < minimum || inSync.size() == minimum && among) {
            obstacles.add(new Obstacle.TooFewInSync(id, inSync.size(), minimum));
        }
    }

    private void lookAtQuorum() {
        if (!node.roles().contains(Broker.Role.CONTROLLER)) {
            return;
        }
        if (cluster.coordination().quorum() instanceof Observed.Fresh<Quorum> fresh) {
            lookAt(fresh.content());
        } else {
            unknown.add("Kafka does not tell how its controllers are now: without a leader there is an election");
        }
    }

    private void lookAt(Quorum quorum) {
        int voters = quorum.voters().size();
        if (!quorum.voters().contains(node.id()) || voters == 1) {
            return;
        }
        int needed = voters == 2 ? 1 : (voters + 2) / 2;
        int caughtUp = (int) quorum.replicas().stream()
                .filter(Quorum.Replica::voter)
                .filter(voter -> voter.id() != node.id())
                .filter(voter -> hasAll(quorum, voter))
                .count();
        if (caughtUp < needed) {
            obstacles.add(new Obstacle.TooFewControllers(caughtUp, needed));
        }
    }

    private boolean hasAll(Quorum quorum, Quorum.Replica voter) {
        return voter.id() == quorum.leader()
                || quorum.behind(voter)
                        .filter(behind -> behind.compareTo(fetchTimeout()) < 0)
                        .isPresent();
    }

    private Duration fetchTimeout() {
        return cluster.coordination()
                .settings(node.id())
                .flatMap(Observed::known)
                .flatMap(settings -> settings.get(FETCH_TIMEOUT_SETTING))
                .flatMap(setting -> setting.value())
                .map(Long::parseLong)
                .map(Duration::ofMillis)
                .orElse(FETCH_TIMEOUT);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!node.up()) {
            remarks.add("It is down, so a restart takes nothing away");
        }
        long moving = cluster.coordination().reassignments().known().stream()
                .flatMap(List::stream)
                .filter(move -> holds(move.partition()))
                .count();
        if (moving > 0) {
            remarks.add(moving + (moving == 1 ? " partition of it is" : " partitions of it are")
                    + " being moved, and would have to catch up again");
        }
        if (node.activeController()) {
            remarks.add(
                    "It is the active controller: another one takes over within moments, and the operator restarts it last");
        }
        return remarks;
    }

    private boolean holds(PartitionId id) {
        return cluster.topic(id.topic())
                .flatMap(topic -> topic.partitions().stream()
                        .filter(partition -> partition.number() == id.number())
                        .findFirst())
                .filter(partition -> partition.replicas().contains(node.id()))
                .isPresent();
    }
}
