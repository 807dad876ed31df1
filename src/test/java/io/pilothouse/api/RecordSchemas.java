package io.pilothouse.api;

import io.pilothouse.api.json.BrokerJson;
import io.pilothouse.api.json.ChangeJson;
import io.pilothouse.api.json.ClusterJson;
import io.pilothouse.api.json.FieldConflictJson;
import io.pilothouse.api.json.FindingJson;
import io.pilothouse.api.json.GroupJson;
import io.pilothouse.api.json.NodeJson;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.PreviewJson;
import io.pilothouse.api.json.RightJson;
import io.pilothouse.api.json.ServiceJson;
import io.pilothouse.api.json.TopicJson;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema that the records of the API have: every component is required, and there is nothing else. */
final class RecordSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Class<?>, List<String>> PLAIN = Map.of(
            String.class, List.of("string"),
            boolean.class, List.of("boolean"),
            int.class, List.of("integer", "int32"),
            Integer.class, List.of("integer", "int32"),
            long.class, List.of("integer", "int64"),
            Long.class, List.of("integer", "int64"),
            double.class, List.of("number", "double"),
            Double.class, List.of("number", "double"),
            Instant.class, List.of("string", "date-time"),
            JsonNode.class, List.of("object"));

    /** What single addresses answer with; lists answer with pages of these. */
    private static final List<Class<?>> LISTED = List.of(
            ServiceJson.class,
            ClusterJson.class,
            TopicJson.class,
            GroupJson.class,
            NodeJson.class,
            FindingJson.class,
            ChangeJson.class);

    /** What else is answered with, or stands in problems. */
    private static final List<Class<?>> OTHERS =
            List.of(BrokerJson.class, PreviewJson.class, RightJson.class, FieldConflictJson.class);

    private final Map<String, ObjectNode> byName = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    private RecordSchemas() {}

    /** By name. */
    static Map<String, ObjectNode> all() {
        RecordSchemas schemas = new RecordSchemas();
        LISTED.forEach(type -> schemas.reference(PageJson.class, List.of(type)));
        OTHERS.forEach(type -> schemas.reference(type, List.of()));
        return schemas.byName;
    }

    private ObjectNode reference(Class<?> type, List<Type> arguments) {
        String name = name(type, arguments);
        if (named.putIfAbsent(name, type) instanceof Class<?> other && other != type) {
            throw new IllegalStateException(other + " and " + type + " would both be " + name);
        }
        if (!byName.containsKey(name)) {
            ObjectNode schema = JSON.objectNode();
            byName.put(name, schema);
            fill(schema, type, arguments);
        }
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void fill(ObjectNode schema, Class<?> type, List<Type> arguments) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            required.add(component.getName());
            properties.set(component.getName(), schema(component.getAnnotatedType(), type, arguments));
        }
    }

    private ObjectNode schema(AnnotatedType annotated, Class<?> within, List<Type> arguments) {
        ObjectNode schema =
                annotated instanceof AnnotatedParameterizedType list && rawType(annotated.getType()) == List.class
                        ? array(schema(list.getAnnotatedActualTypeArguments()[0], within, arguments))
                        : schema(resolved(annotated.getType(), within, arguments));
        return annotated.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
    }

    private ObjectNode schema(Type type) {
        Class<?> raw = rawType(type);
        List<String> plain = PLAIN.getOrDefault(raw, List.of());
        if (raw == List.class) {
            return array(schema(arguments(type).getFirst()));
        }
        if (plain.isEmpty()) {
            return reference(raw, arguments(type));
        }
        ObjectNode schema = JSON.objectNode().put("type", plain.getFirst());
        return plain.size() > 1 ? schema.put("format", plain.getLast()) : schema;
    }

    private static Type resolved(Type type, Class<?> within, List<Type> arguments) {
        List<TypeVariable<? extends Class<?>>> variables = List.of(within.getTypeParameters());
        return variables.contains(type) ? arguments.get(variables.indexOf(type)) : type;
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isString() && !schema.has("items")) {
            String type = schema.get("type").asString();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
        return either;
    }

    private static String name(Class<?> type, List<Type> arguments) {
        String own = type.getSimpleName().replaceAll("Json$", "");
        return arguments.isEmpty()
                ? own
                : own + "Of"
                        + String.join(
                                "And",
                                arguments.stream()
                                        .map(RecordSchemas::argumentName)
                                        .toList());
    }

    private static String argumentName(Type type) {
        return rawType(type) == List.class
                ? argumentName(arguments(type).getFirst()) + "s"
                : name(rawType(type), arguments(type));
    }

    private static Class<?> rawType(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            default -> Object.class;
        };
    }

    private static List<Type> arguments(Type type) {
        return type instanceof ParameterizedType parameterized
                ? List.of(parameterized.getActualTypeArguments())
                : List.of();
    }
}
