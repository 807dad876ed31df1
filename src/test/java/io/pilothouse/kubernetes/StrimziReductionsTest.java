package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.fleet.StrimziResources.ConnectorResource;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrimziReductionsTest {

    @Test
    void aTopicThatItsOperatorHasTakenUp() {
        TopicResource topic = StrimziReductions.topic(object(", generation: 2", """
                spec: {topicName: Orders_V1, partitions: 12, replicas: 3, config: {retention.ms: 1000}}
                status: {observedGeneration: 2, conditions: [{type: Ready, status: 'True'}]}
                """));

        assertThat(topic.topic()).isEqualTo("Orders_V1");
        assertThat(topic.partitions()).contains(12);
        assertThat(topic.replicas()).contains(3);
        assertThat(topic.managed()).isTrue();
        assertThat(topic.resource().cluster()).contains("main");
        assertThat(topic.resource().handled()).isTrue();
        assertThat(topic.resource().state().reconciled()).isTrue();
        assertThat(topic.resource().state().problem()).isEmpty();
    }

    @Test
    void aTopicThatNobodyHasLookedAt() {
        TopicResource topic = StrimziReductions.topic(object(", generation: 1", "spec: {}"));

        assertThat(topic.topic()).isEqualTo("orders");
        assertThat(topic.partitions()).isEmpty();
        assertThat(topic.resource().handled()).isFalse();
        assertThat(topic.resource().state().reconciled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Ready, 'False', NotSupported: Decreasing partitions",
        "NotReady, 'True', NotSupported: Decreasing partitions",
        "Ready, 'True', ",
        "Unmanaged, 'True', "
    })
    void whatIsWrong(String type, String status, String problem) {
        TopicResource topic = StrimziReductions.topic(object("", """
                status: {conditions: [{type: %s, status: '%s', reason: NotSupported, message: Decreasing partitions}]}
                """.formatted(type, status)));

        assertThat(topic.resource().state().problem()).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void whatIsLeftAloneByAnnotation() {
        TopicResource topic = StrimziReductions.topic(object(
                ", annotations: {strimzi.io/managed: 'false', strimzi.io/pause-reconciliation: 'true'}", "spec: {}"));

        assertThat(topic.managed()).isFalse();
        assertThat(topic.resource().state().paused()).isTrue();
    }

    @Test
    void aConnectorsTasksButNotItsConfiguration() {
        ConnectorResource connector = StrimziReductions.connector(object("", """
                spec: {class: org.example.Sink, tasksMax: 2, config: {connection.password: hunter2}}
                status:
                  topics: [orders]
                  connectorStatus:
                    connector: {state: RUNNING}
                    tasks: [{id: 0, state: RUNNING}, {id: 1, state: FAILED, trace: hunter2}]
                """));

        assertThat(connector.phase()).contains("RUNNING");
        assertThat(connector.tasks()).isEqualTo(2);
        assertThat(connector.failedTasks()).isEqualTo(1);
        assertThat(connector.topics()).isEqualTo(List.of("orders"));
        assertThat(connector.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"ProposalReady, 'True', ProposalReady", "ReconciliationPaused, 'True', ", "Rebalancing, 'False', "})
    void whereARebalanceIs(String type, String status, String phase) {
        assertThat(StrimziReductions.rebalance(
                                object("", "status: {conditions: [{type: %s, status: '%s'}]}".formatted(type, status)))
                        .phase())
                .isEqualTo(Optional.ofNullable(phase));
    }

    @Test
    void howAUserProvesWhoItIs() {
        assertThat(StrimziReductions.user(object("", "spec: {authentication: {type: scram-sha-512}}"))
                        .authentication())
                .contains("scram-sha-512");
        assertThat(StrimziReductions.user(object("", "spec: {}")).authentication())
                .isEmpty();
    }

    private static GenericKubernetesResource object(String metadata, String body) {
        return Serialization.unmarshal(
                "metadata: {namespace: kafka, name: orders, labels: {strimzi.io/cluster: main}" + metadata + "}\n"
                        + body,
                GenericKubernetesResource.class);
    }
}
