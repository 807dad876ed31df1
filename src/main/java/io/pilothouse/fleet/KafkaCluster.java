package io.pilothouse.fleet;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import java.util.List;
import java.util.Optional;

/**
 * A Kafka cluster, as its {@code Kafka} resource, its pods and its brokers tell.
 *
 * @param health its state and why; never from the operator's {@code Ready} condition alone, which stays true during rolls and
 *     while no broker answers
 * @param version the Kafka version its resource reports; empty for a cluster without one
 * @param strimzi what the operator says of it; empty for a cluster that is only configured
 * @param brokers all nodes that belong to it, down or not, by id
 * @param partitions counts over all its partitions
 * @param topics all its topics, internal ones among them, by name
 * @param groups all its groups of consumers, by name
 * @param bootstrapServers where clients connect, if known
 * @param throughput bytes in and out, by Prometheus
 * @param coordination its controllers, what moves, and its brokers' settings
 * @param resources what Strimzi's operators take up for it: topics, users, rebalances, Kafka Connect
 * @param pools its node pools, by name; empty for a cluster that no operator runs
 */
public record KafkaCluster(
        ClusterId id,
        Health health,
        Optional<String> version,
        Optional<StrimziState> strimzi,
        List<Broker> brokers,
        Observed<PartitionCounts> partitions,
        Observed<List<Topic>> topics,
        Observed<List<ConsumerGroup>> groups,
        Optional<String> bootstrapServers,
        Observed<Throughput> throughput,
        Coordination coordination,
        StrimziResources resources,
        List<NodePool> pools) {

    public KafkaCluster {
        brokers = List.copyOf(brokers);
        pools = List.copyOf(pools);
    }

    /** The id of the active controller. */
    public Observed<Integer> controller() {
        return coordination.quorum().map(Quorum::leader);
    }

    /** One of its brokers, if anybody names it. */
    public Optional<Broker> broker(int id) {
        return brokers.stream().filter(broker -> broker.id() == id).findFirst();
    }

    /** The pool that a node belongs to, if one of them names it. */
    public Optional<NodePool> poolOf(int node) {
        return pools.stream().filter(pool -> pool.nodeIds().contains(node)).findFirst();
    }

    /** One of its pools. */
    public Optional<NodePool> pool(String name) {
        return pools.stream().filter(pool -> pool.name().equals(name)).findFirst();
    }

    /** One of its topics, if it is known. */
    public Optional<Topic> topic(String name) {
        return topics.known().stream()
                .flatMap(List::stream)
                .filter(topic -> topic.id().name().equals(name))
                .findFirst();
    }

    /** The {@code KafkaTopic}s that ask for a topic of this name: none, one, or several that contradict each other. */
    public List<StrimziResources.TopicResource> topicResources(String name) {
        return resources.topics().stream()
                .filter(resource -> resource.topic().equals(name))
                .toList();
    }

    /** One of its groups, if it is known. */
    public Optional<ConsumerGroup> group(String name) {
        return groups.known().stream()
                .flatMap(List::stream)
                .filter(group -> group.id().name().equals(name))
                .findFirst();
    }

    /** How many of its nodes take part in the cluster now. */
    public int brokersUp() {
        return (int) brokers.stream().filter(Broker::up).count();
    }
}
