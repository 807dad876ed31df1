package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.api.json.Words;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.WorkloadKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API, written by hand, says of every record what it is, and nothing else. */
class OpenApiDescriptionTest {

    private static final Set<String> PROBLEMS = Set.of("Problem", "ChangeProblem");

    private final JsonNode description = read();

    @Test
    void schemasAreThoseOfTheRecords() {
        Map<String, JsonNode> described = new TreeMap<>();
        schemas().properties().forEach(entry -> described.put(entry.getKey(), bare(entry.getValue())));
        described.keySet().removeAll(PROBLEMS);

        Map<String, ObjectNode> expected = RecordSchemas.all();
        assertThat(described.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, schema) -> assertThat(described.get(name)).as(name).isEqualTo(schema));
    }

    @Test
    void everythingIsExplained() {
        schemas().properties().forEach(schema -> {
            assertThat(schema.getValue().path("description").asString(""))
                    .as(schema.getKey())
                    .endsWith(".");
            schema.getValue()
                    .get("properties")
                    .properties()
                    .forEach(property -> assertThat(
                                    property.getValue().path("description").asString(""))
                            .as(schema.getKey() + "." + property.getKey())
                            .isNotBlank());
        });
    }

    @Test
    void wordsAreThoseOfTheConstants() {
        assertWords("Health", "state", words(HealthState.values()));
        assertWords("Partition", "condition", words(Partition.Condition.values()));
        assertWords("Group", "type", words(ConsumerGroup.Type.values()));
        assertWords("Lag", "trend", words(Lag.Trend.values()));
        assertWords("Setting", "origin", words(TopicSettings.Origin.values()));
        assertWords("Reason", "kind", Stream.concat(words(Failure.Kind.values()), Stream.of("not-told")));
        assertWords("Volume", "phase", words(Volume.Phase.values()));
        assertWords("Check", "verdict", words(Check.Verdict.values()));
        assertWords("Service", "kind", Arrays.stream(WorkloadKind.values()).map(WorkloadKind::slug));
    }

    @Test
    void whatIsReferredToIsThere() {
        List<String> references = description.findValuesAsString("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private void assertWords(String schema, String property, Stream<String> words) {
        List<String> described = schemas().path(schema).path("properties").path(property).path("enum").values().stream()
                .map(JsonNode::asString)
                .toList();
        assertThat(described).as(schema + "." + property).containsExactlyInAnyOrderElementsOf(words.toList());
    }

    private JsonNode schemas() {
        return description.at("/components/schemas");
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of);
    }

    /** Without what a record does not tell. */
    private static JsonNode bare(JsonNode schema) {
        ObjectNode bare = (ObjectNode) schema.deepCopy();
        bare.remove("description");
        bare.get("properties").forEach(property -> {
            ((ObjectNode) property).remove(List.of("description", "enum"));
            if (property.get("items") instanceof ObjectNode items) {
                items.remove("enum");
            }
        });
        return bare;
    }

    private static JsonNode read() {
        try (InputStream resource = OpenApiDescriptionTest.class.getResourceAsStream("/api/openapi.json")) {
            return JsonMapper.shared().readTree(resource);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
