package io.pilothouse.testbed.kubelet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** A node's {@code /metrics/resource}, in the Prometheus text format. */
final class ResourceMetricsHandler implements HttpHandler {

    private final String node;
    private final Supplier<List<PodPicture>> pods;
    private final Clock clock;
    private final Instant nodeStart;

    ResourceMetricsHandler(String node, Supplier<List<PodPicture>> pods, Clock clock) {
        this.node = node;
        this.pods = pods;
        this.clock = clock;
        this.nodeStart = clock.instant();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        List<PodPicture> here = pods.get().stream()
                .filter(pod -> Objects.equals(pod.pod().getSpec().getNodeName(), node))
                .toList();
        byte[] body = ResourceMetrics.of(here, nodeStart, clock.instant()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
