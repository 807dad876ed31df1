package io.pilothouse.change.internal;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeKind;
import io.pilothouse.change.ChangeKinds;
import io.pilothouse.change.Unfit;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Changes as JSON and back, by their kind. */
@Component
class ChangeCodec implements ChangeKinds {

    private static final Logger log = LoggerFactory.getLogger(ChangeCodec.class);
    private static final String CHANGE = "change";
    private static final String GENERATION = "generation";

    private final Map<Class<?>, String> names;
    private final Map<String, Class<? extends Change>> types;
    private final JsonMapper json = JsonMapper.shared();
    /** For programs: it names kinds of workloads as addresses do, and takes nothing that it does not know. */
    private final JsonMapper spoken = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(WorkloadKind.class, new KindAsSlug())
                    .addDeserializer(WorkloadKind.class, new SlugAsKind()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    ChangeCodec(List<ChangeKind> kinds) {
        this.names = kinds.stream().collect(Collectors.toUnmodifiableMap(ChangeKind::type, ChangeKind::name));
        this.types = kinds.stream().collect(Collectors.toUnmodifiableMap(ChangeKind::name, ChangeKind::type));
    }

    /** The name of its kind. */
    String kind(Change change) {
        return Optional.ofNullable(names.get(change.getClass()))
                .orElseThrow(() -> new IllegalArgumentException("No ChangeKind names " + change.getClass()));
    }

    @Override
    public Set<String> names() {
        return types.keySet();
    }

    @Override
    public String nameOf(Change change) {
        return kind(change);
    }

    @Override
    public JsonNode parameters(Change change) {
        return spoken.valueToTree(change);
    }

    @Override
    public Change change(String kind, JsonNode parameters) throws Unfit {
        Class<? extends Change> type = types.get(kind);
        if (type == null) {
            throw new Unfit("There is no change " + kind + "; there are "
                    + types.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        try {
            return spoken.treeToValue(parameters, type);
        } catch (JacksonException e) {
            throw new Unfit("The parameters do not fit " + kind + ": " + e.getOriginalMessage());
        }
    }

    @Override
    public Optional<Change> change(AuditRecord recorded) {
        return read(recorded.kind(), recorded.request()).map(Written::change);
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

    private static final class KindAsSlug extends ValueSerializer<WorkloadKind> {
        @Override
        public void serialize(WorkloadKind kind, JsonGenerator generator, SerializationContext context) {
            generator.writeString(kind.slug());
        }
    }

    private static final class SlugAsKind extends ValueDeserializer<WorkloadKind> {
        @Override
        public WorkloadKind deserialize(JsonParser parser, DeserializationContext context) {
            String slug = parser.getString();
            return WorkloadKind.ofSlug(slug)
                    .orElseThrow(() -> context.weirdStringException(slug, WorkloadKind.class, "no kind of service"));
        }
    }
}
