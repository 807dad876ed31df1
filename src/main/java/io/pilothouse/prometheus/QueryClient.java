package io.pilothouse.prometheus;

import io.pilothouse.fleet.spi.SourceUnavailable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts queries to one Prometheus. Its deadline covers all of an answer, of which there must not be more than 64 MB. */
final class QueryClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QueryClient.class);
    private static final long LONGEST_ANSWER = 64 * 1024 * 1024;
    private static final int OK = 200;

    private final URI url;
    private final Duration deadline;
    private final QueryFailures failures;
    private final HttpClient http;
    private List<String> lastWarnings = List.of();

    QueryClient(URI url, Duration deadline, QueryFailures failures) {
        this.url = url;
        this.deadline = deadline;
        this.failures = failures;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(deadline)
                .build();
    }

    /** The present values of an expression. */
    List<QueryAnswer.Sample> query(String expression) throws SourceUnavailable {
        return ask(url, Map.of("query", expression), QueryAnswer.Shape.VECTOR).samples();
    }

    /** The values of an expression from one time to another, both included. */
    List<QueryAnswer.Track> query(String expression, Instant from, Instant to, Duration step) throws SourceUnavailable {
        return ask(
                        URI.create(url + "_range"),
                        Map.of(
                                "query", expression,
                                "start", String.valueOf(from.getEpochSecond()),
                                "end", String.valueOf(to.getEpochSecond()),
                                "step", String.valueOf(step.toSeconds())),
                        QueryAnswer.Shape.MATRIX)
                .tracks();
    }

    private QueryAnswer ask(URI where, Map<String, String> parameters, QueryAnswer.Shape shape)
            throws SourceUnavailable {
        HttpResponse<String> response = send(where, parameters);
        Optional<QueryAnswer> answer = QueryAnswer.parse(response.body(), shape);
        Optional<String> error = answer.flatMap(QueryAnswer::error);
        if (error.isPresent()) {
            throw failures.refused(url, answer.map(QueryAnswer::errorType).orElse(""), error.orElseThrow());
        }
        if (response.statusCode() != OK) {
            throw failures.status(url, response.statusCode());
        }
        QueryAnswer told = answer.orElseThrow(() -> failures.foreign(url));
        warn(told.warnings());
        return told;
    }

    private HttpResponse<String> send(URI where, Map<String, String> parameters) throws SourceUnavailable {
        String form = Stream.concat(
                        Stream.of(Map.entry("timeout", deadline.toMillis() + "ms")), parameters.entrySet().stream())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(where)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        CompletableFuture<HttpResponse<String>> response =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            return response.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failures.noAnswer(url, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw failures.noAnswer(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.noAnswer(url, e);
        } finally {
            response.cancel(true);
        }
    }

    /** Once for each new text: an answer from only some stores of a Thanos, for example, comes with every query. */
    private synchronized void warn(List<String> warnings) {
        if (!warnings.isEmpty() && !warnings.equals(lastWarnings)) {
            log.warn("Prometheus at {} warns: {}", url.getAuthority(), String.join("; ", warnings));
            lastWarnings = warnings;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
