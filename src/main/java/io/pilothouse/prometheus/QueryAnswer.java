package io.pilothouse.prometheus;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Prometheus answers to a query: a vector for one time, a matrix for a range of it, or an error.
 *
 * @param samples of the vector; empty after an error
 * @param tracks of the matrix; empty after an error
 * @param error its words, for an error
 * @param errorType the sort of error, as {@code bad_data}, {@code timeout}, {@code execution}; empty without error
 * @param warnings what it says beside the samples, as that some of its stores did not answer
 */
record QueryAnswer(
        List<Sample> samples, List<Track> tracks, Optional<String> error, String errorType, List<String> warnings) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a query asks for. */
    enum Shape {
        /** A value for each series. */
        VECTOR,
        /** The values of each series over time. */
        MATRIX
    }

    /** A value with the labels of its series. */
    record Sample(Map<String, String> labels, double value) {}

    /** The values of a series over time, oldest first. */
    record Track(Map<String, String> labels, List<Timed> values) {}

    /** A value at a time, in seconds since 1970. */
    record Timed(double at, double value) {}

    /** Reads the body of an answer; empty when it is none of Prometheus, or not what was asked for. */
    static Optional<QueryAnswer> parse(String body, Shape asked) {
        try {
            JsonNode answer = JSON.readTree(body);
            return switch (answer.path("status").asString("")) {
                case "success" -> result(answer, asked);
                case "error" ->
                    Optional.of(new QueryAnswer(
                            List.of(),
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

    private static Optional<QueryAnswer> result(JsonNode answer, Shape asked) {
        JsonNode result = answer.path("data").path("result");
        String shape = answer.path("data").path("resultType").asString("");
        if (!shape.equals(asked.name().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (asked) {
                    case VECTOR ->
                        of(result.valueStream().map(QueryAnswer::sample).toList(), List.of(), answer);
                    case MATRIX ->
                        of(
                                List.of(),
                                result.valueStream().map(QueryAnswer::track).toList(),
                                answer);
                });
    }

    private static QueryAnswer of(List<Sample> samples, List<Track> tracks, JsonNode answer) {
        List<String> warnings = answer.path("warnings")
                .valueStream()
                .map(warning -> warning.asString(""))
                .toList();
        return new QueryAnswer(samples, tracks, Optional.empty(), "", warnings);
    }

    private static Sample sample(JsonNode series) {
        return new Sample(labels(series), number(series.path("value").path(1).asString("")));
    }

    private static Track track(JsonNode series) {
        List<Timed> values = series.path("values")
                .valueStream()
                .map(value -> new Timed(
                        value.path(0).asDouble(0), number(value.path(1).asString(""))))
                .toList();
        return new Track(labels(series), values);
    }

    private static Map<String, String> labels(JsonNode series) {
        Map<String, String> labels = new HashMap<>();
        series.path("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return Map.copyOf(labels);
    }

    /** Prometheus writes infinity as {@code +Inf}. */
    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
