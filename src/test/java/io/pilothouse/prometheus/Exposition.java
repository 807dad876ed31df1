package io.pilothouse.prometheus;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Metrics endpoints whose counters grow exactly as fast as they were told, by the time that stands beside each value. */
final class Exposition implements AutoCloseable {

    private record Series(String text, double value, boolean grows, boolean timed) {}

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, List<Series>> paths = new ConcurrentHashMap<>();

    Exposition() throws IOException {
        server.createContext("/", exchange -> {
            byte[] body = body(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** A series that grows by so much a second. */
    void counter(String path, String series, double perSecond) {
        add(path, new Series(series, perSecond, true, true));
    }

    /** The same without a time beside it: Prometheus notices when it is no longer there. */
    void untimedCounter(String path, String series, double perSecond) {
        add(path, new Series(series, perSecond, true, false));
    }

    void gauge(String path, String series, double value) {
        add(path, new Series(series, value, false, false));
    }

    void remove(String path, String series) {
        paths.getOrDefault(path, List.of())
                .removeIf(candidate -> candidate.text().equals(series));
    }

    private void add(String path, Series series) {
        paths.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>()).add(series);
    }

    private String body(String path) {
        long now = System.currentTimeMillis();
        List<String> lines = new ArrayList<>();
        for (Series series : paths.getOrDefault(path, List.of())) {
            double value = series.grows() ? series.value() * now / 1000 : series.value();
            lines.add(series.text() + " " + value + (series.timed() ? " " + now : ""));
        }
        return String.join("\n", lines) + "\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
