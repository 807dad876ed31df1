package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.text;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.strimzi.api.kafka.model.common.Condition;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaStatus;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerType;
import io.strimzi.api.kafka.model.kafka.listener.ListenerStatus;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is kept of a {@code Kafka}. */
final class KafkaReductions {

    private static final String PAUSE_ANNOTATION = "strimzi.io/pause-reconciliation";

    private KafkaReductions() {}

    static KafkaResourceFacts kafka(Kafka kafka) {
        Optional<KafkaStatus> status = Optional.ofNullable(kafka.getStatus());
        Optional<String> version = status.map(KafkaStatus::getKafkaVersion)
                .or(() -> Optional.ofNullable(kafka.getSpec().getKafka().getVersion()));
        return new KafkaResourceFacts(
                new ClusterId(
                        kafka.getMetadata().getNamespace(), kafka.getMetadata().getName()),
                version,
                state(kafka, status),
                bootstrapServers(kafka, status));
    }

    private static StrimziState state(Kafka kafka, Optional<KafkaStatus> status) {
        Map<String, String> annotations =
                Optional.ofNullable(kafka.getMetadata().getAnnotations()).orElse(Map.of());
        String warnings = conditions(status, "Warning")
                .map(condition -> text(condition.getMessage()))
                .collect(Collectors.joining("\n"));
        Optional<String> problem = conditions(status, "NotReady")
                .map(condition -> text(condition.getReason()) + ": " + text(condition.getMessage()))
                .findFirst();
        boolean reconciled = status.filter(known -> known.getObservedGeneration() >= Metadata.generation(kafka))
                .isPresent();
        return new StrimziState(reconciled, "true".equals(annotations.get(PAUSE_ANNOTATION)), problem, warnings);
    }

    private static Stream<Condition> conditions(Optional<KafkaStatus> status, String type) {
        return status.stream()
                .flatMap(known -> list(known.getConditions()).stream())
                .filter(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /**
     * Of the first listener that asks for neither TLS nor credentials, since the console has none for the others; one for inside the cluster
     * comes first.
     */
    private static Optional<String> bootstrapServers(Kafka kafka, Optional<KafkaStatus> status) {
        Map<String, String> byListener = status.stream()
                .flatMap(known -> list(known.getListeners()).stream())
                .filter(listener -> listener.getBootstrapServers() != null)
                .collect(Collectors.toMap(
                        listener -> text(listener.getName()),
                        ListenerStatus::getBootstrapServers,
                        (first, _) -> first));
        return list(kafka.getSpec().getKafka().getListeners()).stream()
                .filter(listener -> !listener.isTls() && listener.getAuth() == null)
                .sorted(Comparator.comparing(listener -> listener.getType() != KafkaListenerType.INTERNAL))
                .flatMap(listener -> Optional.ofNullable(byListener.get(listener.getName())).stream())
                .findFirst();
    }
}
