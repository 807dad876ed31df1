package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledObjectReductionTest {

    @Test
    void whatScalesAWorkloadByTheLagOfAGroup() {
        ScaledObjectFacts facts = reduce("""
                spec:
                  scaleTargetRef: {name: payments}
                  minReplicaCount: 1
                  maxReplicaCount: 12
                  idleReplicaCount: 0
                  triggers:
                  - type: kafka
                    metadata:
                      bootstrapServers: main-kafka-bootstrap.kafka.svc:9092
                      consumerGroup: payments
                      topic: orders
                      lagThreshold: '50'
                      sasl: plaintext
                      password: hunter2
                    authenticationRef: {name: kafka-credentials}
                  - {type: cpu, name: load, metricType: Utilization, metadata: {value: '60'}}
                status:
                  hpaName: keda-hpa-payments
                  conditions:
                  - {type: Ready, status: 'True', message: ScaledObject is defined correctly}
                  - {type: Active, status: 'False'}
                  - {type: Fallback, status: Unknown}
                """).orElseThrow();

        assertThat(facts.target()).isEqualTo(new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "payments"));
        assertThat(facts.scaledObject())
                .isEqualTo(new ScaledObject(
                        "scaler",
                        1,
                        12,
                        Optional.of(0),
                        false,
                        Optional.empty(),
                        List.of(
                                new ScaledObject.Trigger(
                                        "kafka",
                                        Optional.empty(),
                                        Optional.of("50"),
                                        Optional.of(new ScaledObject.KafkaLag(
                                                Optional.of("orders"), Optional.of("payments"), 50, false))),
                                new ScaledObject.Trigger(
                                        "cpu", Optional.of("load"), Optional.of("60"), Optional.empty())),
                        "keda-hpa-payments",
                        true,
                        Optional.of(false),
                        Optional.empty()));
        assertThat(facts.toString()).doesNotContain("hunter2", "kafka-credentials");
    }

    @Test
    void whatIsNotSetIsAsKedaTakesIt() {
        ScaledObject keda = reduce("""
                spec:
                  scaleTargetRef: {name: inventory, kind: StatefulSet}
                  triggers:
                  - {type: kafka, metadata: {consumerGroupFromEnv: GROUP, lagThreshold: plenty, allowIdleConsumers: 'true'}}
                  - not a trigger
                """).orElseThrow().scaledObject();

        assertThat(keda.minimum()).isZero();
        assertThat(keda.maximum()).isEqualTo(100);
        assertThat(keda.autoscaler()).isEqualTo("keda-hpa-scaler");
        assertThat(keda.handled()).isFalse();
        assertThat(keda.active()).isEmpty();
        assertThat(keda.triggers())
                .extracting(trigger -> trigger.kafka().orElseThrow())
                .containsExactly(new ScaledObject.KafkaLag(Optional.empty(), Optional.empty(), 10, true));
    }

    @ParameterizedTest
    @CsvSource({
        "autoscaling.keda.sh/paused, 'true', true, ",
        "autoscaling.keda.sh/paused, '', true, ",
        "autoscaling.keda.sh/paused, 'false', false, ",
        "autoscaling.keda.sh/paused-replicas, '4', true, 4",
        "autoscaling.keda.sh/paused-replicas, 'four', false, "
    })
    void itIsPausedByAnnotation(String annotation, String value, boolean paused, Integer at) {
        ScaledObject keda = reduce(
                        "spec: {scaleTargetRef: {name: orders}, triggers: []}", annotation + ": '" + value + "'")
                .orElseThrow()
                .scaledObject();

        assertThat(keda.paused()).isEqualTo(paused);
        assertThat(keda.pausedAt()).isEqualTo(Optional.ofNullable(at));
    }

    @ParameterizedTest
    @CsvSource({
        "Ready, 'False', no such topic",
        "Fallback, 'True', no such topic",
        "Ready, 'True', ",
        "Ready, Unknown, "
    })
    void whyItCannotScale(String type, String status, String problem) {
        ScaledObject keda = reduce("""
                spec: {scaleTargetRef: {name: orders}}
                status: {conditions: [{type: %s, status: '%s', message: no such topic}]}
                """.formatted(type, status)).orElseThrow().scaledObject();

        assertThat(keda.problem()).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void whatScalesAnotherKindIsLeftOut() {
        assertThat(reduce("spec: {scaleTargetRef: {kind: Rollout, name: orders}}"))
                .isEmpty();
        assertThat(reduce("spec: {}")).isEmpty();
    }

    private static Optional<ScaledObjectFacts> reduce(String body) {
        return reduce(body, "");
    }

    private static Optional<ScaledObjectFacts> reduce(String body, String annotation) {
        return ScaledObjectReduction.reduce(Serialization.unmarshal(
                "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\n"
                        + "metadata: {namespace: shop, name: scaler, annotations: {" + annotation + "}}\n" + body,
                GenericKubernetesResource.class));
    }
}
