package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as it is served, to hold answers against. */
final class Described {

    private static final String NAME = "https://pilothouse.invalid/openapi.json";

    private final JsonNode description;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param description the document */
    Described(String description) {
        this.description = JsonMapper.shared().readTree(description);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(NAME, description)));
    }

    /** Fails unless the answer is one that the description has for this address. */
    void fits(String path, HttpResponse<String> answer) {
        fits("get", path, answer);
    }

    /** Fails unless the answer is one that the description has for this method and address. */
    void fits(String method, String path, HttpResponse<String> answer) {
        String template = template(path);
        JsonNode responses =
                description.path("paths").path(template).path(method).path("responses");
        JsonNode response = resolved(responses.path(String.valueOf(answer.statusCode())));
        assertThat(response.isMissingNode())
                .as("%s answers %s, which is not described: %s", path, answer.statusCode(), answer.body())
                .isFalse();
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as("%s answers as %s", path, type).isFalse();
        assertThat(errors(schema, answer.body()))
                .as("%s: %s", path, answer.body())
                .isEmpty();
    }

    /** The addresses that it has. */
    List<String> paths() {
        return List.copyOf(description.path("paths").propertyNames());
    }

    /** The names of the parameters that a list has. */
    List<String> queryParameters(String path) {
        return description.path("paths").path(path).path("get").path("parameters").values().stream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private List<Error> errors(JsonNode schema, String body) {
        String reference = schema.path("$ref").asString("");
        return schemas.computeIfAbsent(reference, _ -> registry.getSchema(SchemaLocation.of(NAME + reference)))
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(execution -> execution.formatAssertionsEnabled(true)));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }

    private String template(String path) {
        PathContainer address = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
        return paths().stream()
                .sorted(Comparator.comparing(template -> template.contains("{")))
                .filter(template ->
                        PathPatternParser.defaultInstance.parse(template).matches(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not described"));
    }
}
