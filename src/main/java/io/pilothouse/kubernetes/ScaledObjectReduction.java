package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a KEDA ScaledObject. Of what its triggers are given, only what is named here: there may be anything among it, credentials too.
 */
final class ScaledObjectReduction {

    static final ResourceDefinitionContext KIND = new ResourceDefinitionContext.Builder()
            .withGroup("keda.sh")
            .withVersion("v1alpha1")
            .withKind("ScaledObject")
            .withPlural("scaledobjects")
            .withNamespaced(true)
            .build();

    private static final int DEFAULT_MAXIMUM = 100;
    private static final long DEFAULT_LAG = 10;
    private static final String PAUSED = "autoscaling.keda.sh/paused";
    private static final String PAUSED_AT = "autoscaling.keda.sh/paused-replicas";

    /** Where scalers keep what one replica is to bear. */
    private static final List<String> TARGETS = List.of("lagThreshold", "threshold", "value", "desiredReplicas");

    private ScaledObjectReduction() {}

    /** Empty for one that scales a kind of object that the picture does not hold. */
    static Optional<ScaledObjectFacts> reduce(GenericKubernetesResource object) {
        Fields spec = Fields.of(object).child("spec");
        Fields target = spec.child("scaleTargetRef");
        String kind = target.text("kind").orElse(WorkloadKind.DEPLOYMENT.kind());
        return WorkloadKind.ofKind(kind)
                .flatMap(known -> target.text("name")
                        .map(name -> new WorkloadId(object.getMetadata().getNamespace(), known, name)))
                .map(id -> new ScaledObjectFacts(id, scaledObject(object, spec)));
    }

    private static ScaledObject scaledObject(GenericKubernetesResource object, Fields spec) {
        Fields status = Fields.of(object).child("status");
        Map<String, String> annotations =
                Optional.ofNullable(object.getMetadata().getAnnotations()).orElse(Map.of());
        Optional<Integer> pausedAt =
                Optional.ofNullable(annotations.get(PAUSED_AT)).flatMap(Fields::wholeNumber);
        String name = object.getMetadata().getName();
        return new ScaledObject(
                name,
                spec.number("minReplicaCount").orElse(0),
                spec.number("maxReplicaCount").orElse(DEFAULT_MAXIMUM),
                spec.number("idleReplicaCount"),
                pausedAt.isPresent()
                        || annotations.containsKey(PAUSED) && !"false".equalsIgnoreCase(annotations.get(PAUSED)),
                pausedAt,
                spec.children("triggers").stream()
                        .map(ScaledObjectReduction::trigger)
                        .toList(),
                status.text("hpaName")
                        .or(() -> spec.child("advanced")
                                .child("horizontalPodAutoscalerConfig")
                                .text("name"))
                        .orElse("keda-hpa-" + name),
                !status.children("conditions").isEmpty(),
                condition(status, "Active")
                        .flatMap(active -> active.text("status"))
                        .filter(value -> !value.equals("Unknown"))
                        .map("True"::equals),
                message(status, "Ready", "False").or(() -> message(status, "Fallback", "True")));
    }

    private static ScaledObject.Trigger trigger(Fields trigger) {
        String type = trigger.text("type").orElse("");
        Fields settings = trigger.child("metadata");
        return new ScaledObject.Trigger(
                type.intern(),
                trigger.text("name").filter(name -> !name.isEmpty()),
                TARGETS.stream().flatMap(key -> settings.text(key).stream()).findFirst(),
                type.equals("kafka") || type.equals("apache-kafka")
                        ? Optional.of(kafkaLag(settings))
                        : Optional.empty());
    }

    private static ScaledObject.KafkaLag kafkaLag(Fields settings) {
        return new ScaledObject.KafkaLag(
                settings.text("topic").filter(topic -> !topic.isEmpty()),
                settings.text("consumerGroup").or(() -> settings.text("group")).filter(group -> !group.isEmpty()),
                settings.text("lagThreshold")
                        .flatMap(Fields::wholeNumber)
                        .map(Long::valueOf)
                        .orElse(DEFAULT_LAG),
                settings.text("allowIdleConsumers")
                        .filter(Boolean::parseBoolean)
                        .isPresent());
    }

    private static Optional<Fields> condition(Fields status, String type) {
        return status.children("conditions").stream()
                .filter(condition -> condition.text("type").filter(type::equals).isPresent())
                .findFirst();
    }

    private static Optional<String> message(Fields status, String type, String value) {
        return condition(status, type)
                .filter(condition ->
                        condition.text("status").filter(value::equals).isPresent())
                .map(condition -> condition
                        .text("message")
                        .or(() -> condition.text("reason"))
                        .orElse(type + " is " + value));
    }
}
