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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts instant queries to one Prometheus. Its deadline covers all of an answer, of which there must not be more than 64 MB. */
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

    List<QueryAnswer.Sample> query(String expression) throws SourceUnavailable {
        HttpResponse<String> response = send(expression);
        Optional<QueryAnswer> answer = QueryAnswer.parse(response.body());
        Optional<String> error = answer.flatMap(QueryAnswer::error);
        if (error.isPresent()) {
            throw failures.refused(url, answer.map(QueryAnswer::errorType).orElse(""), error.orElseThrow());
        }
        if (response.statusCode() != OK) {
            throw failures.status(url, response.statusCode());
        }
        QueryAnswer vector = answer.orElseThrow(() -> failures.foreign(url));
        warn(vector.warnings());
        return vector.samples();
    }

    private HttpResponse<String> send(String expression) throws SourceUnavailable {
        String form =
                "timeout=" + deadline.toMillis() + "ms&query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url)
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
