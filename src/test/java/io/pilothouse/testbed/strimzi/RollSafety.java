package io.pilothouse.testbed.strimzi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** Whether a node may go down now, by what Kafka says: the operator's own rules over in-sync sets and controllers. */
final class RollSafety implements AutoCloseable {

    private static final long ANSWER_SECONDS = 10;
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final long FETCH_TIMEOUT_MILLIS = 2_000;

    private final Admin admin;

    RollSafety(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "8000",
                "client.id",
                "strimzi-cluster-operator"));
    }

    /** The id of the active controller. */
    int activeController() throws InterruptedException, ExecutionException, TimeoutException {
        return quorum().leaderId();
    }

    boolean mayRestart(KafkaNode node) throws InterruptedException, ExecutionException, TimeoutException {
        return (!node.broker() || hurtsNoPartition(node.id())) && (!node.controller() || hurtsNoQuorum(node.id()));
    }

    private boolean hurtsNoPartition(int node) throws InterruptedException, ExecutionException, TimeoutException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        var topics = admin.describeTopics(names).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        List<ConfigResource> resources = new ArrayList<>();
        topics.keySet().forEach(name -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, name)));
        var configs = admin.describeConfigs(resources).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return topics.values().stream().allMatch(topic -> bears(topic, node, minimum(topic.name(), configs)));
    }

    private static int minimum(String topic, Map<ConfigResource, Config> configs) {
        return configs.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(topic))
                .map(entry -> entry.getValue().get("min.insync.replicas"))
                .mapToInt(entry -> Integer.parseInt(entry.value()))
                .findFirst()
                .orElse(0);
    }

    private static boolean bears(TopicDescription topic, int node, int minimum) {
        return topic.partitions().stream().allMatch(partition -> bears(partition, node, minimum));
    }

    /** A partition with no more replicas than its minimum can get no better, so nobody waits for it. */
    private static boolean bears(TopicPartitionInfo partition, int node, int minimum) {
        if (!contains(partition.replicas(), node) || partition.replicas().size() <= minimum) {
            return true;
        }
        int inSync = partition.isr().size();
        return inSync > minimum || inSync == minimum && !contains(partition.isr(), node);
    }

    private static boolean contains(List<Node> nodes, int id) {
        return nodes.stream().anyMatch(node -> node.id() == id);
    }

    private boolean hurtsNoQuorum(int node) throws InterruptedException, ExecutionException, TimeoutException {
        QuorumInfo quorum = quorum();
        int voters = quorum.voters().size();
        if (voters == 1) {
            return true;
        }
        long caughtUp = quorum.voters().stream()
                .filter(voter -> voter.replicaId() != node && hasAll(voter, quorum))
                .count();
        return caughtUp >= (voters == 2 ? 1 : (voters + 2) / 2);
    }

    private static boolean hasAll(QuorumInfo.ReplicaState voter, QuorumInfo quorum) {
        long leader = quorum.voters().stream()
                .filter(other -> other.replicaId() == quorum.leaderId())
                .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                .mapToLong(time -> time.orElse(0))
                .findFirst()
                .orElse(0);
        OptionalLong own = voter.lastCaughtUpTimestamp();
        return voter.replicaId() == quorum.leaderId()
                || own.isPresent() && leader - own.getAsLong() < FETCH_TIMEOUT_MILLIS;
    }

    private QuorumInfo quorum() throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeMetadataQuorum().quorumInfo().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(CLOSE);
    }
}
