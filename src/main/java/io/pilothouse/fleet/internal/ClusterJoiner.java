package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.BrokerSettings;
import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.Throughput;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.LogDirFacts;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.pilothouse.fleet.spi.TopicFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** Joins one Kafka cluster from what Kubernetes, Kafka and Prometheus say of it. */
final class ClusterJoiner {

    private final Observed<MetricState> metrics;
    private final ContentsJoiner contents;
    private final Instant now;

    ClusterJoiner(Observed<MetricState> metrics, ContentsJoiner contents, Instant now) {
        this.metrics = metrics;
        this.contents = contents;
        this.now = now;
    }

    /**
     * What is known of one cluster.
     *
     * @param resource its {@code Kafka} resource, if it has one
     * @param pools its node pools
     * @param pods the pods of its brokers, by node id
     * @param connection how it is reached; empty while nobody knows
     * @param kafka what it said when it was asked
     * @param resources what else Strimzi manages for it
     */
    record Sources(
            ClusterId id,
            Optional<KafkaResourceFacts> resource,
            List<NodePoolFacts> pools,
            Map<Integer, Pod> pods,
            Optional<KafkaConnection> connection,
            Observed<KafkaClusterFacts> kafka,
            StrimziResources resources) {}

    KafkaCluster join(Sources sources, Optional<KafkaCluster> before, boolean firstPicture) {
        Observed<PartitionTally> tally = topics(sources).map(PartitionTally::new);
        List<Broker> brokers = ids(sources, tally).stream()
                .map(id -> broker(id, sources, tally, before.flatMap(cluster -> cluster.broker(id)), firstPicture))
                .toList();
        var partitions = tally.map(PartitionTally::counts);
        var strimzi = sources.resource().map(KafkaResourceFacts::state);
        Health health = ClusterRules.health(
                sources.kafka().problem(), sources.kafka().known().isPresent(), brokers, partitions, strimzi);
        var held = contents.join(sources.id(), sources.kafka(), brokers);
        return new KafkaCluster(
                sources.id(),
                Continuity.continued(health, before.map(KafkaCluster::health), firstPicture, now),
                sources.resource().flatMap(KafkaResourceFacts::version),
                strimzi,
                brokers,
                partitions,
                held.topics(),
                held.groups(),
                sources.connection().map(KafkaConnection::bootstrapServers),
                throughput(sources, before),
                coordination(sources.kafka()),
                sources.resources(),
                sources.pools().stream()
                        .map(NodePoolFacts::pool)
                        .sorted(Comparator.comparing(NodePool::name))
                        .toList());
    }

    private Broker broker(
            int id, Sources sources, Observed<PartitionTally> tally, Optional<Broker> before, boolean firstPicture) {
        Optional<KafkaNodeFacts> node = sources.kafka().known().stream()
                .flatMap(facts -> facts.nodes().stream())
                .filter(candidate -> candidate.id() == id)
                .findFirst();
        Optional<Pod> pod = Optional.ofNullable(sources.pods().get(id));
        Set<Integer> voters = voters(sources);
        Observed<Broker.Load> load = tally.map(counts -> counts.load(id, pod.flatMap(this::followerLag)));
        var sighting = new BrokerRules.Sighting(
                sources.kafka().problem().isEmpty(),
                node,
                voters.contains(id),
                pod,
                sources.pools().stream().anyMatch(pool -> pool.nodeIds().contains(id)),
                load.known());
        Health health =
                Continuity.continued(BrokerRules.health(sighting), before.map(Broker::health), firstPicture, now);
        return new Broker(
                id,
                roles(id, sources, node.isPresent(), voters.contains(id)),
                health,
                BrokerRules.up(sighting),
                pod,
                node.flatMap(KafkaNodeFacts::rack),
                controller(sources).filter(controller -> controller == id).isPresent(),
                load,
                disk(id, sources, before));
    }

    /** A cluster that does not answer at all makes each part old. */
    private static Coordination coordination(Observed<KafkaClusterFacts> kafka) {
        Observed<Coordination> all = kafka.map(KafkaClusterFacts::coordination);
        Map<Integer, Observed<BrokerSettings>> settings = new HashMap<>();
        all.known()
                .ifPresent(known -> known.settings()
                        .keySet()
                        .forEach(id -> settings.put(
                                id, all.flatMap(part -> part.settings(id).orElseThrow()))));
        return new Coordination(
                all.flatMap(Coordination::quorum),
                all.flatMap(Coordination::reassignments),
                all.flatMap(Coordination::transactions),
                settings);
    }

    private static Observed<List<TopicFacts>> topics(Sources sources) {
        return sources.kafka().flatMap(KafkaClusterFacts::topics);
    }

    private static Optional<Integer> controller(Sources sources) {
        return sources.kafka().known().flatMap(facts -> facts.controller().known());
    }

    private static Set<Integer> voters(Sources sources) {
        return sources.kafka().known().flatMap(facts -> facts.voters().known()).orElse(Set.of());
    }

    /** Everybody who names a broker keeps it in the list. */
    private static Set<Integer> ids(Sources sources, Observed<PartitionTally> tally) {
        Set<Integer> ids = new TreeSet<>(sources.pods().keySet());
        sources.pools().forEach(pool -> ids.addAll(pool.nodeIds()));
        sources.kafka().known().ifPresent(facts -> facts.nodes().forEach(node -> ids.add(node.id())));
        ids.addAll(voters(sources));
        tally.known().ifPresent(counts -> ids.addAll(counts.brokers()));
        return ids;
    }

    private static Set<Broker.Role> roles(int id, Sources sources, boolean broker, boolean voter) {
        Set<Broker.Role> roles = new HashSet<>();
        sources.pools().stream()
                .filter(pool -> pool.nodeIds().contains(id))
                .forEach(pool -> roles.addAll(pool.roles()));
        if (broker) {
            roles.add(Broker.Role.BROKER);
        }
        if (voter) {
            roles.add(Broker.Role.CONTROLLER);
        }
        return roles;
    }

    private Observed<Broker.Disk> disk(int id, Sources sources, Optional<Broker> before) {
        return sources.kafka()
                .flatMap(facts -> Optional.ofNullable(facts.logDirs().get(id))
                        .map(logDirs -> logDirs.map(ClusterJoiner::disk))
                        .orElseGet(() -> missing(
                                "Broker " + id + " has not told its disk use",
                                "Its log dirs cannot be shown.",
                                "It is asked again within seconds.",
                                before.map(Broker::disk))));
    }

    private static Broker.Disk disk(LogDirFacts logDirs) {
        return new Broker.Disk(logDirs.used(), logDirs.capacity(), logDirs.free(), logDirs.dirs());
    }

    private Optional<Long> followerLag(Pod pod) {
        return metrics.known()
                .flatMap(state -> Optional.ofNullable(state.followerLag().get(key(pod))))
                .map(Math::round);
    }

    private Observed<Throughput> throughput(Sources sources, Optional<KafkaCluster> before) {
        List<String> keys =
                sources.pods().values().stream().map(ClusterJoiner::key).toList();
        return metrics.flatMap(state -> keys.stream().anyMatch(state.bytesIn()::containsKey)
                ? new Observed.Fresh<>(
                        new Throughput(sum(state.bytesIn(), keys), sum(state.bytesOut(), keys)),
                        metrics.observedAt().orElse(now))
                : missing(
                        "Prometheus has no series of the brokers of " + sources.id(),
                        "Its throughput is not known.",
                        "Check that Prometheus scrapes the metrics endpoint of the brokers.",
                        before.map(KafkaCluster::throughput)));
    }

    private <R> Observed<R> missing(String summary, String meaning, String remedy, Optional<Observed<R>> before) {
        Failure failure = new Failure(Failure.Kind.NOT_FOUND, summary, meaning, remedy, "", now);
        return new Observed.Missing<>(
                before.flatMap(Observed::problem).map(failure::continuing).orElse(failure));
    }

    private static double sum(Map<String, Double> values, List<String> keys) {
        return keys.stream()
                .flatMapToDouble(key -> Optional.ofNullable(values.get(key))
                        .map(DoubleStream::of)
                        .orElseGet(DoubleStream::empty))
                .sum();
    }

    private static String key(Pod pod) {
        return pod.namespace() + "/" + pod.name();
    }
}
