package io.pilothouse.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Prometheus answers to an instant query: a vector, or an error.
 *
 * @param samples of the vector; empty after an error
 * @param error its words, for an error
 * @param errorType the sort of error, as {@code bad_data}, {@code timeout}, {@code execution}; empty without error
 * @param warnings what it says beside the samples, as that some of its stores did not answer
 */
record QueryAnswer(List<Sample> samples, Optional<String> error, String errorType, List<String> warnings) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A value with the labels of its series. */
    record Sample(Map<String, String> labels, double value) {}

    /** Reads the body of an answer; empty when it is none of Prometheus. */
    static Optional<QueryAnswer> parse(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return switch (answer.path("status").asString("")) {
                case "success" -> vector(answer);
                case "error" ->
                    Optional.of(new QueryAnswer(
                            List.of(),
                            Optional.of(answer.path("error").asString("")),
                            answer.path("errorType").asString(""),
                            List.of()));
                default -> Optional.empty();
            };
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<QueryAnswer> vector(JsonNode answer) {
        JsonNode data = answer.path("data");
        if (!data.path("resultType").asString("").equals("vector")) {
            return Optional.empty();
        }
        List<Sample> samples = new ArrayList<>();
        for (JsonNode series : data.path("result")) {
            Map<String, String> labels = new HashMap<>();
            series.path("metric")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asString("")));
            samples.add(new Sample(
                    Map.copyOf(labels), number(series.path("value").path(1).asString(""))));
        }
        List<String> warnings = new ArrayList<>();
        answer.path("warnings").forEach(warning -> warnings.add(warning.asString("")));
        return Optional.of(new QueryAnswer(List.copyOf(samples), Optional.empty(), "", List.copyOf(warnings)));
    }

    /** Prometheus writes infinity as {@code +Inf}. */
    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
