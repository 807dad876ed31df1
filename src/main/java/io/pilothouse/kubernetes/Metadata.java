package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is read from the metadata of objects of any kind. */
final class Metadata {

    /** Labels that somebody joins by; the others are let go. */
    private static final List<String> KEPT_LABELS = List.of("app.kubernetes.io/", "strimzi.io/");

    private Metadata() {}

    static Map<String, String> labels(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of()).entrySet().stream()
                .filter(label -> KEPT_LABELS.stream().anyMatch(label.getKey()::startsWith))
                .collect(Collectors.toUnmodifiableMap(
                        label -> label.getKey().intern(),
                        label -> label.getValue().intern()));
    }

    static Instant created(HasMetadata object) {
        return instant(object.getMetadata().getCreationTimestamp()).orElse(Instant.EPOCH);
    }

    static long generation(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getGeneration()).orElse(0L);
    }

    /** The uid of the object that controls this one. */
    static Optional<String> controller(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getOwnerReferences()).orElse(List.of()).stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .map(owner -> owner.getUid().intern())
                .findFirst();
    }

    static Optional<Instant> instant(@Nullable String timestamp) {
        try {
            return Optional.ofNullable(timestamp).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static int number(@Nullable Integer value) {
        return Optional.ofNullable(value).orElse(0);
    }

    static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return Optional.ofNullable(values).orElse(List.of());
    }
}
