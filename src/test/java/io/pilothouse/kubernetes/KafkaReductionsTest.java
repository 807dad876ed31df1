package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaReductionsTest {

    private static final String RESOURCE = """
            apiVersion: kafka.strimzi.io/v1
            kind: Kafka
            metadata: {name: main, namespace: kafka, generation: 4, annotations: {%s}}
            spec:
              kafka:
                version: 4.3.1
                listeners:
                - {name: secured, port: 9093, type: internal, tls: true}
                - {name: outside, port: 9094, type: nodeport, tls: false}
                - {name: scram, port: 9095, type: internal, tls: false, authentication: {type: scram-sha-512}}
                - {name: plain, port: 9092, type: internal, tls: false}
            """;

    @Test
    void duringTheFirstReconcileOnlyTheSpecIsKnown() {
        KafkaResourceFacts facts = kafka("", "");
        assertThat(facts.id()).isEqualTo(new ClusterId("kafka", "main"));
        assertThat(facts.version()).contains("4.3.1");
        assertThat(facts.bootstrapServers()).isEmpty();
        assertThat(facts.state().reconciled()).isFalse();
        assertThat(facts.state().problem()).isEmpty();
    }

    @Test
    void theInternalListenerWithoutTlsAndCredentialsIsTakenWhereverItStands() {
        KafkaResourceFacts facts = kafka("", """
                status:
                  kafkaVersion: 4.3.0
                  observedGeneration: 4
                  conditions: [{type: Ready, status: "True"}]
                  listeners:
                  - {name: secured, bootstrapServers: "main-kafka-bootstrap.kafka.svc:9093"}
                  - {name: outside, bootstrapServers: "10.0.0.7:31094"}
                  - {name: scram, bootstrapServers: "main-kafka-bootstrap.kafka.svc:9095"}
                  - {name: plain, bootstrapServers: "main-kafka-bootstrap.kafka.svc:9092"}
                """);
        assertThat(facts.bootstrapServers()).contains("main-kafka-bootstrap.kafka.svc:9092");
        assertThat(facts.version()).contains("4.3.0");
        assertThat(facts.state().reconciled()).isTrue();
    }

    @Test
    void anOpenListenerForOutsideIsBetterThanNone() {
        KafkaResourceFacts facts = kafka("", """
                status:
                  listeners:
                  - {name: secured, bootstrapServers: "main-kafka-bootstrap.kafka.svc:9093"}
                  - {name: outside, bootstrapServers: "10.0.0.7:31094"}
                """);
        assertThat(facts.bootstrapServers()).contains("10.0.0.7:31094");
    }

    @Test
    void aFailedReconcileAndWarningsAreTold() {
        KafkaResourceFacts facts = kafka("strimzi.io/pause-reconciliation: \"true\"", """
                status:
                  observedGeneration: 3
                  conditions:
                  - {type: Warning, status: "True", reason: KafkaStorage, message: storage changes are ignored}
                  - {type: NotReady, status: "True", reason: InvalidResourceException, message: min.insync.replicas has value 'zz'}
                """);
        assertThat(facts.state().problem()).contains("InvalidResourceException: min.insync.replicas has value 'zz'");
        assertThat(facts.state().warnings()).isEqualTo("storage changes are ignored");
        assertThat(facts.state().reconciled()).isFalse();
        assertThat(facts.state().paused()).isTrue();
    }

    @Test
    void aPoolNamesItsNodesAndWhatTheyDo() {
        NodePoolFacts facts = NodePoolReduction.reduce(Serialization.unmarshal("""
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaNodePool
                metadata: {name: brokers, namespace: kafka, labels: {strimzi.io/cluster: main}}
                spec: {replicas: 3, roles: [controller, broker], storage: {type: ephemeral}}
                status: {nodeIds: [0, 1, 2]}
                """, KafkaNodePool.class));
        assertThat(facts.cluster()).isEqualTo(new ClusterId("kafka", "main"));
        assertThat(facts.nodeIds()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(facts.roles()).containsExactlyInAnyOrder(Broker.Role.BROKER, Broker.Role.CONTROLLER);
    }

    @Test
    void aPoolTellsWhatItAsksForAndWhatTheOperatorKeeps() {
        NodePool pool = NodePoolReduction.reduce(Serialization.unmarshal("""
                        apiVersion: kafka.strimzi.io/v1
                        kind: KafkaNodePool
                        metadata: {name: brokers, namespace: kafka, generation: 3, labels: {strimzi.io/cluster: main}}
                        spec:
                          replicas: 3
                          roles: [broker]
                          resources: {requests: {cpu: 500m, memory: 2Gi}, limits: {memory: 2Gi}}
                          storage:
                            type: jbod
                            volumes:
                            - {id: 0, type: persistent-claim, size: 100Gi, class: fast, deleteClaim: true}
                            - {id: 1, type: ephemeral}
                        status:
                          observedGeneration: 3
                          replicas: 4
                          nodeIds: [3, 0, 2, 1]
                          conditions:
                          - {type: Warning, status: "True", reason: KafkaStorage, message: storage changes are ignored}
                        """, KafkaNodePool.class))
                .pool();
        assertThat(pool.wanted()).isEqualTo(3);
        assertThat(pool.replicas()).isEqualTo(4);
        assertThat(pool.scaleDownRefused()).isTrue();
        assertThat(pool.nodeIds()).containsExactly(0, 1, 2, 3);
        assertThat(pool.resources())
                .isEqualTo(new NodePool.PodResources(
                        Optional.of("500m"), Optional.empty(), Optional.of("2Gi"), Optional.of("2Gi")));
        assertThat(pool.volumes())
                .containsExactly(
                        new NodePool.DataVolume(
                                Optional.of(0), "persistent-claim", Optional.of("100Gi"), Optional.of("fast"), true),
                        new NodePool.DataVolume(Optional.of(1), "ephemeral", Optional.empty(), Optional.empty(), true));
        assertThat(pool.warnings()).isEqualTo("storage changes are ignored");
    }

    @Test
    void aPodSetCountsItsPodsByItsStatus() {
        WorkloadFacts facts = WorkloadReductions.podSet(Serialization.unmarshal("""
                apiVersion: core.strimzi.io/v1
                kind: StrimziPodSet
                metadata: {name: main-brokers, namespace: kafka, uid: u, generation: 5, labels: {strimzi.io/cluster: main}}
                spec:
                  selector: {}
                  pods:
                  - {kind: Pod, spec: {containers: [{name: kafka, image: "strimzi/kafka:1.2.0-kafka-4.3.1"}]}}
                  - {kind: Pod, spec: {containers: [{name: kafka, image: "strimzi/kafka:1.2.0-kafka-4.3.1"}]}}
                  - {kind: Pod, spec: {containers: [{name: kafka, image: "strimzi/kafka:1.2.0-kafka-4.3.1"}]}}
                status: {pods: 3, currentPods: 1, readyPods: 2, observedGeneration: 5}
                """, StrimziPodSet.class));
        assertThat(facts.replicas()).isEqualTo(new ReplicaCounts(3, 2, 1, true));
        assertThat(facts.images()).containsExactly("strimzi/kafka:1.2.0-kafka-4.3.1");
        assertThat(facts.labels()).containsEntry("strimzi.io/cluster", "main");
    }

    private static KafkaResourceFacts kafka(String annotation, String status) {
        return KafkaReductions.kafka(Serialization.unmarshal(RESOURCE.formatted(annotation) + status, Kafka.class));
    }
}
