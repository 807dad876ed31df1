package io.pilothouse.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.pilothouse.base.Failure;
import io.pilothouse.fleet.spi.MetricFacts.Figure;
import io.pilothouse.fleet.spi.MetricFacts.Measurement;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.testbed.process.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good and bad days with a peer that answers what the test wants. */
class QueryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:42:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(400);
    private static final int LONGEST_HELLO = 16_384;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<String> request = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void asksByPostBelowThePathOfTheUrl() throws SourceUnavailable {
        answer("/prometheus/api/v1/query", 200, vector(""));

        assertThat(read("/prometheus/")).isEmpty();

        assertThat(request.get())
                .startsWith("POST timeout=10000ms&query=")
                .endsWith(Catalogue.expression(Figure.POD_CPU));
    }

    @Test
    void readsNumbersAndDropsWhatIsNone() throws SourceUnavailable {
        answer("/api/v1/query", 200, vector("""
                {"metric":{"namespace":"shop","pod":"a"},"value":[1795420000.1,"0.25"]},
                {"metric":{"namespace":"shop","pod":"b"},"value":[1795420000.1,"NaN"]},
                {"metric":{"namespace":"shop","pod":"c"},"value":[1795420000.1,"+Inf"]},
                {"metric":{"namespace":"shop","pod":"d"},"value":[1795420000.1,"1e-3"]}"""));

        assertThat(read(""))
                .containsExactlyInAnyOrder(
                        new Measurement(Map.of("namespace", "shop", "pod", "a"), 0.25),
                        new Measurement(Map.of("namespace", "shop", "pod", "d"), 0.001));
    }

    @Test
    void takesAnAnswerThatCarriesWarnings() throws SourceUnavailable {
        answer(
                "/api/v1/query",
                200,
                vector("{\"metric\":{\"namespace\":\"shop\",\"pod\":\"a\"},\"value\":[1,\"2\"]}")
                        .replaceFirst("\\{", "{\"warnings\":[\"a store did not answer\"],"));

        assertThat(read("")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    503 |                                                                        | UNREACHABLE | is not ready
                    503 | {"status":"error","errorType":"timeout","error":"query timed out"}     | TIMEOUT     | too slow
                    422 | {"status":"error","errorType":"execution","error":"too many samples"}  | UNEXPECTED  | refuses a query
                    401 | <html>sign in</html>                                                   | DENIED      | denies access
                    404 | 404 page not found                                                     | NOT_FOUND   | no query API
                    302 |                                                                        | NOT_FOUND   | no query API
                    200 | <html>sign in</html>                                                   | UNEXPECTED  | is not Prometheus
                    200 | {"status":"success","data":{"resultType":"vector","result":[           | UNEXPECTED  | is not Prometheus
                    200 | {"status":"success","data":{"resultType":"matrix","result":[]}}        | UNEXPECTED  | is not Prometheus
                    200 |                                                                        | UNEXPECTED  | is not Prometheus
                    """)
    void saysWhatAnErrorMeans(int status, @Nullable String body, Failure.Kind kind, String words) {
        answer("/api/v1/query", status, body == null ? "" : body);

        Failure failure = failure(url(""));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.summary()).contains(words);
        assertThat(failure.since()).isEqualTo(NOW);
    }

    @Test
    void keepsThePeersOwnWords() {
        answer(
                "/api/v1/query",
                400,
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error at char 7\"}");

        assertThat(failure(url("")).detail()).isEqualTo("bad_data: parse error at char 7");
    }

    @Test
    void doesNotWaitForOneThatSaysNothing() {
        handle("/api/v1/query", exchange -> await(end));

        assertThat(failureInTime(url("")).kind()).isEqualTo(Failure.Kind.TIMEOUT);
    }

    @Test
    void doesNotWaitForTheRestOfAnAnswer() {
        handle("/api/v1/query", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(end);
        });

        assertThat(failureInTime(url("")).kind()).isEqualTo(Failure.Kind.TIMEOUT);
    }

    @Test
    void tellsThatNobodyListens() {
        Failure failure = failure(URI.create("http://127.0.0.1:" + FreePorts.next()));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.summary()).contains("refuses connections");
    }

    @Test
    void tellsThatTheHostIsUnknown() {
        Failure failure = failure(URI.create("http://prometheus.invalid:9090"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.summary()).contains("unknown host name");
    }

    @Test
    void tellsThatThePeerDoesNotSpeakTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlainText(plain));

            assertThat(failure(URI.create("https://127.0.0.1:" + plain.getLocalPort()))
                            .summary())
                    .contains("does not speak TLS");
        }
    }

    @Test
    void withoutAUrlItSaysHowToConfigureOne() {
        Failure failure = failure(null);

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.remedy()).contains("pilothouse.prometheus.url");
    }

    private static String vector(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + series + "]}}";
    }

    private void answer(String path, int status, String body) {
        handle(path, exchange -> {
            request.set(exchange.getRequestMethod() + " "
                    + URLDecoder.decode(
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                            StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void handle(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (HttpExchange open = exchange) {
                handler.handle(open);
            }
        });
    }

    /** As servers written in Go do. */
    private static void answerInPlainText(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[LONGEST_HELLO]);
            socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().skipNBytes(Integer.MAX_VALUE);
        } catch (IOException e) {
            // the client went away, as it should
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private List<Measurement> read(String path) throws SourceUnavailable {
        try (var facts = facts(url(path), DEADLINE)) {
            return facts.read(Figure.POD_CPU);
        }
    }

    private static Failure failureInTime(URI url) {
        long begin = System.nanoTime();
        Failure failure = failure(url, SHORT_DEADLINE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(DEADLINE);
        return failure;
    }

    private static Failure failure(@Nullable URI url) {
        return failure(url, DEADLINE);
    }

    private static Failure failure(@Nullable URI url, Duration deadline) {
        try (var facts = facts(url, deadline)) {
            return catchThrowableOfType(SourceUnavailable.class, () -> facts.read(Figure.POD_CPU))
                    .failure();
        }
    }

    private static PrometheusMetricFacts facts(@Nullable URI url, Duration deadline) {
        return new PrometheusMetricFacts(new PrometheusProperties(url, deadline), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
