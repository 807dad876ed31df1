package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The labels that name whose an object is.
 *
 * @param keys the first that an object bears counts
 */
record TeamLabels(List<String> keys) {

    TeamLabels {
        keys = List.copyOf(keys);
    }

    /** Empty for an object that bears none of them, or an empty one. */
    Optional<String> of(HasMetadata object) {
        Map<String, String> labels =
                Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
        return keys.stream()
                .flatMap(key -> Stream.ofNullable(labels.get(key)))
                .filter(team -> !team.isBlank())
                .map(String::intern)
                .findFirst();
    }
}
