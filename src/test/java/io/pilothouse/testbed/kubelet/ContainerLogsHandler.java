package io.pilothouse.testbed.kubelet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.pilothouse.testbed.kubelet.ContainerState.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /containerLogs/{namespace}/{pod}/{container}}: what stands behind {@code kubectl logs}. */
final class ContainerLogsHandler implements HttpHandler {

    static final String PATH = "/containerLogs/";

    private final Supplier<List<PodPicture>> pods;
    private final Clock clock;

    ContainerLogsHandler(Supplier<List<PodPicture>> pods, Clock clock) {
        this.pods = pods;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        String[] path =
                exchange.getRequestURI().getPath().substring(PATH.length()).split("/");
        if (path.length != 3) {
            refuse(exchange, HttpURLConnection.HTTP_BAD_REQUEST, "{\"message\": \"Missing container name.\"}");
            return;
        }
        LogQuery query;
        try {
            query = LogQuery.parse(
                    Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""), clock.instant());
        } catch (RuntimeException notOfItsType) {
            refuse(exchange, HttpURLConnection.HTTP_BAD_REQUEST, "{\"message\": \"Unable to decode query.\"}");
            return;
        }
        Optional<PodPicture> pod = pods.get().stream()
                .filter(picture -> picture.is(path[0], path[1]))
                .findFirst();
        if (pod.isEmpty()) {
            refuse(exchange, HttpURLConnection.HTTP_NOT_FOUND, "pod \"" + path[1] + "\" does not exist");
            return;
        }
        Optional<ContainerPicture> container = pod.get().containers().stream()
                .filter(candidate -> candidate.name().equals(path[2]))
                .findFirst();
        if (container.isEmpty()) {
            refuse(
                    exchange,
                    HttpURLConnection.HTTP_NOT_FOUND,
                    "container \"" + path[2] + "\" not found in pod \"" + path[1] + "\"");
            return;
        }
        send(exchange, query, container.get(), path[1]);
    }

    private static void send(HttpExchange exchange, LogQuery query, ContainerPicture container, String pod)
            throws IOException, InterruptedException {
        Optional<LogFile> file = fileOf(query, container);
        if (file.isEmpty()) {
            refuse(exchange, HttpURLConnection.HTTP_BAD_REQUEST, whyNone(query, container, pod));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, 0);
        try (LogAnswer answer = new LogAnswer(exchange.getResponseBody(), query)) {
            answer.send(file.get());
        }
    }

    /** While a container waits for its next start, the run that ended last is both the newest and the previous one. */
    private static Optional<LogFile> fileOf(LogQuery query, ContainerPicture container) {
        boolean waits = container.state() instanceof Waiting && container.last().isPresent();
        return query.previous() && !waits
                ? container.logs().previous()
                : container.logs().current();
    }

    /** The real kubelet's words for a log that is not there. */
    private static String whyNone(LogQuery query, ContainerPicture container, String pod) {
        String which = "container \"" + container.name() + "\" in pod \"" + pod + "\"";
        if (query.previous()) {
            return "previous terminated " + which + " not found";
        }
        String reason = container.state() instanceof Waiting waiting ? waiting.reason() : "no logs yet";
        return which + " is waiting to start: "
                + switch (reason) {
                    case "ErrImagePull" -> "image can't be pulled";
                    case "ImagePullBackOff" -> "trying and failing to pull image";
                    default -> reason;
                };
    }

    private static void refuse(HttpExchange exchange, int code, String message) throws IOException {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
