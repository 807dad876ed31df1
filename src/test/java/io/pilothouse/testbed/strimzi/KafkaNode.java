package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;

/**
 * One node of a Kafka cluster.
 *
 * @param id unique in the cluster over all of its pools
 */
record KafkaNode(KafkaNodePool pool, int id) {

    boolean controller() {
        return pool.getSpec().getRoles().contains(ProcessRoles.CONTROLLER);
    }

    boolean broker() {
        return pool.getSpec().getRoles().contains(ProcessRoles.BROKER);
    }

    String poolName() {
        return pool.getMetadata().getName();
    }
}
