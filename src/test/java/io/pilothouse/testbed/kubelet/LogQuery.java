package io.pilothouse.testbed.kubelet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a log is asked for: {@code PodLogOptions} as the API server passes them on.
 *
 * @param tailLines how many of the last lines; absent for all
 * @param since no line from before
 * @param limitBytes where the answer is cut; absent for no limit
 */
record LogQuery(
        boolean follow,
        boolean previous,
        boolean timestamps,
        Optional<Integer> tailLines,
        Optional<Instant> since,
        Optional<Long> limitBytes) {

    /**
     * Reads the query part of a URI, which may be absent or empty.
     *
     * @throws IllegalArgumentException if a value is not of its type
     */
    static LogQuery parse(String query, Instant now) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        Optional<Instant> since = Optional.ofNullable(values.get("sinceSeconds"))
                .map(seconds -> now.minusSeconds(Long.parseLong(seconds)))
                .or(() -> Optional.ofNullable(values.get("sinceTime"))
                        .map(time -> OffsetDateTime.parse(time).toInstant()));
        return new LogQuery(
                Boolean.parseBoolean(values.get("follow")),
                Boolean.parseBoolean(values.get("previous")),
                Boolean.parseBoolean(values.get("timestamps")),
                Optional.ofNullable(values.get("tailLines")).map(Integer::valueOf),
                since,
                Optional.ofNullable(values.get("limitBytes")).map(Long::valueOf));
    }

    /** The lines asked for among those there are. */
    List<LogLine> of(List<LogLine> lines) {
        List<LogLine> young = lines.stream().filter(this::isYoungEnough).toList();
        int from = tailLines.map(count -> Math.max(0, young.size() - count)).orElse(0);
        return young.subList(from, young.size());
    }

    /** The line as it is sent. */
    String render(LogLine line) {
        return timestamps ? line.at() + " " + line.text() : line.text();
    }

    private boolean isYoungEnough(LogLine line) {
        return since.map(start -> !line.at().isBefore(start)).orElse(true);
    }
}
