package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields of an object whose kind has no Java type here. What is not there, or of another type than expected, is absent: whoever installs a
 * definition may have loosened its schema.
 */
record Fields(Map<?, ?> values) {

    /** All but metadata. */
    static Fields of(GenericKubernetesResource object) {
        return new Fields(object.getAdditionalProperties());
    }

    Fields child(String name) {
        return values.get(name) instanceof Map<?, ?> child ? new Fields(child) : new Fields(Map.of());
    }

    List<Fields> children(String name) {
        return values.get(name) instanceof List<?> children
                ? children.stream()
                        .<Fields>mapMulti((child, next) -> {
                            if (child instanceof Map<?, ?> fields) {
                                next.accept(new Fields(fields));
                            }
                        })
                        .toList()
                : List.of();
    }

    /** A text, or a number or truth value as text. */
    Optional<String> text(String name) {
        return switch (values.get(name)) {
            case String text -> Optional.of(text);
            case Number number -> Optional.of(number.toString());
            case Boolean truth -> Optional.of(truth.toString());
            case null, default -> Optional.empty();
        };
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        return values.get(name) instanceof List<?> texts
                ? texts.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    Optional<Integer> number(String name) {
        return text(name).flatMap(Fields::wholeNumber);
    }

    static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
