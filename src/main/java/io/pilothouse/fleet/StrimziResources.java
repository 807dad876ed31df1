package io.pilothouse.fleet;

import java.util.List;
import java.util.Optional;

/**
 * The resources by which people have Strimzi's operators manage what is inside and beside a Kafka cluster. What they hold besides is not kept:
 * configurations may hold credentials.
 *
 * @param topics {@code KafkaTopic}s
 * @param users {@code KafkaUser}s
 * @param rebalances {@code KafkaRebalance}s
 * @param connects {@code KafkaConnect}s
 * @param connectors {@code KafkaConnector}s
 */
public record StrimziResources(
        List<TopicResource> topics,
        List<UserResource> users,
        List<RebalanceResource> rebalances,
        List<ConnectResource> connects,
        List<ConnectorResource> connectors) {

    /** No resource at all. */
    public static final StrimziResources NONE =
            new StrimziResources(List.of(), List.of(), List.of(), List.of(), List.of());

    public StrimziResources {
        topics = List.copyOf(topics);
        users = List.copyOf(users);
        rebalances = List.copyOf(rebalances);
        connects = List.copyOf(connects);
        connectors = List.copyOf(connectors);
    }

    /**
     * What all of them have.
     *
     * @param cluster name of what it belongs to by its label {@code strimzi.io/cluster}: a Kafka cluster, for a connector its KafkaConnect; empty
     *     for one without, which no operator takes up
     * @param handled whether an operator has said anything about it yet
     * @param state what the operator says of it
     */
    public record Resource(
            String namespace, String name, Optional<String> cluster, boolean handled, StrimziState state) {}

    /**
     * A {@code KafkaTopic}.
     *
     * @param topic the name of the topic in Kafka
     * @param partitions how many it asks for; empty for the brokers' default
     * @param replicas how many it asks for; empty for the brokers' default
     * @param managed false when it is left alone by annotation ({@code strimzi.io/managed: "false"})
     */
    public record TopicResource(
            Resource resource,
            String topic,
            Optional<Integer> partitions,
            Optional<Integer> replicas,
            boolean managed) {}

    /**
     * A {@code KafkaUser}.
     *
     * @param authentication how it proves who it is: {@code tls}, {@code scram-sha-512} …; empty for one with quotas or rights alone
     */
    public record UserResource(Resource resource, Optional<String> authentication) {}

    /**
     * A {@code KafkaRebalance}.
     *
     * @param mode {@code full}, {@code add-brokers}, {@code remove-brokers} …
     * @param phase where it is, in Strimzi's words: {@code PendingProposal}, {@code ProposalReady}, {@code Rebalancing} …; empty before the operator
     *     has looked at it
     */
    public record RebalanceResource(Resource resource, String mode, Optional<String> phase) {}

    /**
     * A {@code KafkaConnect}.
     *
     * @param replicas how many workers it asks for
     * @param bootstrapServers where it finds its Kafka cluster
     */
    public record ConnectResource(Resource resource, int replicas, String bootstrapServers) {}

    /**
     * A {@code KafkaConnector}.
     *
     * @param type its Java class
     * @param phase what Kafka Connect says of it: {@code RUNNING}, {@code FAILED}, {@code PAUSED} …; empty when it says nothing
     * @param tasks how many tasks it has
     * @param failedTasks how many of them have failed
     * @param topics topics that it used lately
     */
    public record ConnectorResource(
            Resource resource, String type, Optional<String> phase, int tasks, int failedTasks, List<String> topics) {

        public ConnectorResource {
            topics = List.copyOf(topics);
        }
    }
}
