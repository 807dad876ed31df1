package io.pilothouse.api;

import io.pilothouse.testbed.RunningConsole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that asks the API, as one person. It keeps no cookies. */
final class ApiClient implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String console;
    private final Optional<String> authorization;

    private ApiClient(RunningConsole console, Optional<String> authorization) {
        this.console = console.url();
        this.authorization = authorization;
    }

    static ApiClient withPassword(RunningConsole console, String user, String password) {
        String credentials = user + ":" + password;
        return new ApiClient(
                console,
                Optional.of(
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }

    static ApiClient withToken(RunningConsole console, String token) {
        return new ApiClient(console, Optional.of("Bearer " + token));
    }

    static ApiClient anonymous(RunningConsole console) {
        return new ApiClient(console, Optional.empty());
    }

    /** @param path from {@code /api} on */
    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpResponse.BodyHandlers.ofString(), headers);
    }

    <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), body, headers);
    }

    private <T> HttpResponse<T> send(
            String method,
            String path,
            HttpRequest.BodyPublisher content,
            HttpResponse.BodyHandler<T> body,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console + path))
                .timeout(DEADLINE)
                .method(method, content);
        authorization.ifPresent(value -> request.header("Authorization", value));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be asked for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends JSON. */
    HttpResponse<String> post(String path, String body, String... headers) {
        return postAs("application/json", path, body, headers);
    }

    /** Sends something of this type. */
    HttpResponse<String> postAs(String type, String path, String body, String... headers) {
        return send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(body),
                HttpResponse.BodyHandlers.ofString(),
                Stream.concat(Stream.of("Content-Type", type), Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** The answer to what must be there. */
    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** All objects of a list, from as many pages as it has. */
    List<JsonNode> all(String list) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> next = Optional.of(list);
        while (next.isPresent()) {
            JsonNode page = json(next.orElseThrow());
            items.addAll(page.get("items").values());
            next = page.get("next").stringValueOpt();
        }
        return items;
    }

    @Override
    public void close() {
        http.close();
    }
}
