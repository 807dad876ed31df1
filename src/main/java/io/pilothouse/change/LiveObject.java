package io.pilothouse.change;

import io.pilothouse.base.FieldPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object as the API server has it, in full.
 *
 * @param content its fields as in JSON: texts, numbers, truth values, lists and maps
 */
public record LiveObject(Map<String, Object> content) {

    /** Kept by the API server and the controllers, so nothing that a person changes. */
    private static final List<String> KEPT_BY_SERVER =
            List.of("managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink");

    /** What kubectl and the controller of Deployments note down for themselves. */
    private static final List<String> NOTES =
            List.of("kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision");

    /** Kubernetes' own identity of the object; another one under the same name has another. */
    public String uid() {
        return text("metadata", "uid").orElse("");
    }

    /** Changes with each write, to its status too. */
    public String resourceVersion() {
        return text("metadata", "resourceVersion").orElse("");
    }

    /** Counts up with each change of its spec; 0 for a kind that does not count. */
    public long generation() {
        return at("metadata", "generation") instanceof Optional<Object> found
                        && found.orElse(0) instanceof Number number
                ? number.longValue()
                : 0;
    }

    /** The value at the path, if there is one. */
    public Optional<Object> at(String... path) {
        Optional<Object> value = Optional.of(content);
        for (String step : path) {
            value = value.flatMap(parent ->
                    parent instanceof Map<?, ?> map ? Optional.<Object>ofNullable(map.get(step)) : Optional.empty());
        }
        return value;
    }

    /** The text at the path, if there is one. */
    public Optional<String> text(String... path) {
        return at(path).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The maps of the list at the path; none where there is no such list. */
    public Stream<Map<?, ?>> children(String... path) {
        return at(path).stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.empty())
                .<Map<?, ?>>mapMulti((entry, next) -> {
                    if (entry instanceof Map<?, ?> map) {
                        next.accept(map);
                    }
                });
    }

    /** What people decide of it, each field by its path: neither its status nor what the API server keeps. */
    public Map<String, String> fields() {
        return FieldPaths.of(decided());
    }

    /** What people decide of it: neither its status nor what the API server keeps. */
    public Map<String, Object> decided() {
        Map<String, Object> decided = new LinkedHashMap<>(content);
        decided.remove("status");
        decided.computeIfPresent("metadata", (_, metadata) -> metadata instanceof Map<?, ?> map ? own(map) : metadata);
        return decided;
    }

    private static Map<Object, Object> own(Map<?, ?> metadata) {
        Map<Object, Object> own = new LinkedHashMap<>(metadata);
        own.keySet().removeAll(KEPT_BY_SERVER);
        own.computeIfPresent(
                "annotations", (_, annotations) -> annotations instanceof Map<?, ?> map ? chosen(map) : annotations);
        return own;
    }

    private static Map<Object, Object> chosen(Map<?, ?> annotations) {
        Map<Object, Object> chosen = new LinkedHashMap<>(annotations);
        chosen.keySet().removeAll(NOTES);
        return chosen;
    }
}
