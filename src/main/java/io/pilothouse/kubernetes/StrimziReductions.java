package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.pilothouse.fleet.StrimziResources.ConnectResource;
import io.pilothouse.fleet.StrimziResources.ConnectorResource;
import io.pilothouse.fleet.StrimziResources.RebalanceResource;
import io.pilothouse.fleet.StrimziResources.Resource;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.StrimziResources.UserResource;
import io.pilothouse.fleet.StrimziState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is kept of the resources that Strimzi's operators take up beside the Kafka clusters themselves. */
final class StrimziReductions {

    private static final String CLUSTER_LABEL = "strimzi.io/cluster";
    private static final String PAUSED = "strimzi.io/pause-reconciliation";
    private static final String RESTART = "strimzi.io/manual-rolling-update";
    private static final String MANAGED = "strimzi.io/managed";

    /** Conditions that are no phase of a rebalance. */
    private static final Set<String> NO_PHASE = Set.of("Warning", "ReconciliationPaused");

    private StrimziReductions() {}

    /** @param kind in the singular; its plural is regular */
    static ResourceDefinitionContext kind(String kind) {
        return new ResourceDefinitionContext.Builder()
                .withGroup("kafka.strimzi.io")
                .withVersion("v1")
                .withKind(kind)
                .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build();
    }

    /** Whether the operator is asked to make a pod, or all pods of a set, anew (Strimzi's documentation, "Performing rolling updates"). */
    static boolean restartAsked(HasMetadata object) {
        return "true".equals(annotations(object.getMetadata()).get(RESTART));
    }

    static TopicResource topic(GenericKubernetesResource object) {
        Fields spec = spec(object);
        return new TopicResource(
                resource(object),
                spec.text("topicName").orElse(object.getMetadata().getName()),
                spec.number("partitions"),
                spec.number("replicas"),
                !"false".equals(annotations(object.getMetadata()).get(MANAGED)));
    }

    static UserResource user(GenericKubernetesResource object) {
        return new UserResource(
                resource(object), spec(object).child("authentication").text("type"));
    }

    static RebalanceResource rebalance(GenericKubernetesResource object) {
        return new RebalanceResource(
                resource(object),
                spec(object).text("mode").orElse("full"),
                conditions(object).stream()
                        .filter(StrimziReductions::holds)
                        .flatMap(condition -> condition.text("type").stream())
                        .filter(type -> !NO_PHASE.contains(type))
                        .findFirst());
    }

    static ConnectResource connect(GenericKubernetesResource object) {
        Fields spec = spec(object);
        return new ConnectResource(
                resource(object),
                spec.number("replicas").orElse(0),
                spec.text("bootstrapServers").orElse(""));
    }

    static ConnectorResource connector(GenericKubernetesResource object) {
        Fields status = Fields.of(object).child("status");
        Fields told = status.child("connectorStatus");
        List<Fields> tasks = told.children("tasks");
        return new ConnectorResource(
                resource(object),
                spec(object).text("class").orElse(""),
                told.child("connector").text("state"),
                tasks.size(),
                (int) tasks.stream()
                        .filter(task ->
                                task.text("state").filter("FAILED"::equals).isPresent())
                        .count(),
                status.texts("topics"));
    }

    private static Resource resource(GenericKubernetesResource object) {
        ObjectMeta metadata = object.getMetadata();
        return new Resource(
                metadata.getNamespace().intern(),
                metadata.getName(),
                Optional.ofNullable(metadata.getLabels())
                        .flatMap(labels -> Optional.ofNullable(labels.get(CLUSTER_LABEL)))
                        .map(String::intern),
                Fields.of(object).child("status").number("observedGeneration").isPresent(),
                state(object));
    }

    private static StrimziState state(GenericKubernetesResource object) {
        long seen =
                Fields.of(object).child("status").number("observedGeneration").orElse(0);
        return new StrimziState(
                seen >= Metadata.generation(object),
                "true".equals(annotations(object.getMetadata()).get(PAUSED)),
                conditions(object).stream()
                        .filter(StrimziReductions::tellsOfAProblem)
                        .map(StrimziReductions::words)
                        .findFirst(),
                conditions(object).stream()
                        .filter(condition -> is(condition, "Warning") && holds(condition))
                        .map(condition -> condition.text("message").orElse(""))
                        .collect(Collectors.joining("\n")));
    }

    private static boolean tellsOfAProblem(Fields condition) {
        return is(condition, "NotReady") && holds(condition)
                || is(condition, "Ready")
                        && condition.text("status").filter("False"::equals).isPresent();
    }

    private static String words(Fields condition) {
        return condition.text("reason").orElse("NotReady")
                + condition.text("message").map(message -> ": " + message).orElse("");
    }

    private static boolean is(Fields condition, String type) {
        return condition.text("type").filter(type::equals).isPresent();
    }

    private static boolean holds(Fields condition) {
        return condition.text("status").filter("True"::equals).isPresent();
    }

    private static List<Fields> conditions(GenericKubernetesResource object) {
        return Fields.of(object).child("status").children("conditions");
    }

    private static Fields spec(GenericKubernetesResource object) {
        return Fields.of(object).child("spec");
    }

    private static Map<String, String> annotations(ObjectMeta metadata) {
        return Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of());
    }
}
