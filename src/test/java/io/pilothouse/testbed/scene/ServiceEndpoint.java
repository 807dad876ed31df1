package io.pilothouse.testbed.scene;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A service's HTTP port on its pod's address: {@code /metrics} and {@code /healthz}. */
final class ServiceEndpoint implements AutoCloseable {

    static final int PORT = 8080;

    private static final int BACKLOG = 20;

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IOException if the address does not exist here, or the port is taken */
    ServiceEndpoint(InetAddress address, Supplier<String> metrics, BooleanSupplier ready) throws IOException {
        server = HttpServer.create(new InetSocketAddress(address, PORT), BACKLOG);
        server.setExecutor(executor);
        server.createContext("/metrics", exchange -> answer(exchange, HttpURLConnection.HTTP_OK, metrics.get()));
        server.createContext("/healthz", exchange -> {
            boolean well = ready.getAsBoolean();
            answer(
                    exchange,
                    well ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_UNAVAILABLE,
                    well ? "ok" : "starting");
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(code, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
