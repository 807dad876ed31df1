package io.pilothouse.testbed.strimzi;

import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.strimzi.api.kafka.model.common.Condition;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pools may have fewer nodes: none of which a node that would go holds replicas, as seen on the operator 1.2.0. */
final class ScaleDown {

    private static final Logger LOG = LoggerFactory.getLogger(ScaleDown.class);
    private static final long ANSWER_SECONDS = 10;

    private final BrokerRuntime brokers;

    ScaleDown(BrokerRuntime brokers) {
        this.brokers = brokers;
    }

    /** Names of the pools that keep what they have, though fewer are wanted; asks Kafka only when some node is to go. */
    Set<String> refused(KafkaModel present) {
        List<KafkaNodePool> shrinking = present.pools().stream()
                .filter(pool -> !NodeIds.removed(pool).isEmpty())
                .toList();
        if (shrinking.isEmpty()) {
            return Set.of();
        }
        Set<Integer> holders = holders(present);
        return shrinking.stream()
                .filter(pool -> NodeIds.removed(pool).stream().anyMatch(holders::contains))
                .peek(pool -> LOG.info(
                        "Cannot scale down brokers {} because {} have assigned partition-replicas",
                        NodeIds.removed(pool),
                        holders))
                .map(pool -> pool.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    /** What the operator says of each of them. */
    static List<Condition> warnings(KafkaModel kept, Set<String> refused) {
        return kept.pools().stream()
                .filter(pool -> refused.contains(pool.getMetadata().getName()))
                .map(pool -> Conditions.condition(
                        "Warning",
                        "ScaleDownPreventionCheck",
                        "Reverting scale-down of KafkaNodePool %s by changing number of replicas to %d"
                                .formatted(
                                        pool.getMetadata().getName(),
                                        kept.nodesOf(pool).size())))
                .toList();
    }

    /** Takes brokers that have gone for good out of Kafka's own list. */
    void unregister(KafkaModel model, Set<Integer> gone) {
        try (Admin admin = admin(model)) {
            for (int id : gone) {
                admin.unregisterBroker(id).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Brokers {} stay registered: {}", gone, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Integer> holders(KafkaModel model) {
        try (Admin admin = admin(model)) {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return admin.describeTopics(names).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .flatMap(partition -> partition.replicas().stream())
                    .map(Node::id)
                    .collect(Collectors.toSet());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Nobody tells which brokers hold replicas", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private Admin admin(KafkaModel model) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                model.bootstrapServers(brokers),
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "8000"));
    }
}
