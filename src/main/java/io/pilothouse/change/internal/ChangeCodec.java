package io.pilothouse.change.internal;

import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes as JSON and back, by their kind. */
@Component
class ChangeCodec {

    private static final Logger log = LoggerFactory.getLogger(ChangeCodec.class);
    private static final String CHANGE = "change";
    private static final String GENERATION = "generation";

    private final Map<Class<?>, String> names;
    private final Map<String, Class<? extends Change>> types;
    private final JsonMapper json = JsonMapper.shared();

    ChangeCodec(List<ChangeKind> kinds) {
        this.names = kinds.stream().collect(Collectors.toUnmodifiableMap(ChangeKind::type, ChangeKind::name));
        this.types = kinds.stream().collect(Collectors.toUnmodifiableMap(ChangeKind::name, ChangeKind::type));
    }

    /** The name of its kind. */
    String kind(Change change) {
        return Optional.ofNullable(names.get(change.getClass()))
                .orElseThrow(() -> new IllegalArgumentException("No ChangeKind names " + change.getClass()));
    }

    /** @param generation the target's, once it is written; 0 before */
    String write(Change change, long generation) {
        ObjectNode node = json.createObjectNode();
        node.set(CHANGE, json.valueToTree(change));
        node.put(GENERATION, generation);
        return json.writeValueAsString(node);
    }

    /** Empty for what this version of the console does not know. */
    Optional<Written> read(String kind, String text) {
        return Optional.ofNullable(types.get(kind)).flatMap(type -> read(type, text));
    }

    private Optional<Written> read(Class<? extends Change> type, String text) {
        try {
            JsonNode node = json.readTree(text);
            return Optional.of(new Written(
                    json.treeToValue(node.path(CHANGE), type),
                    node.path(GENERATION).asLong(0)));
        } catch (JacksonException e) {
            log.warn("A recorded {} cannot be read, so it is not followed", type.getSimpleName(), e);
            return Optional.empty();
        }
    }

    /**
     * What was written down.
     *
     * @param generation the target's, as the change left it; 0 before that is known
     */
    record Written(Change change, long generation) {}
}
