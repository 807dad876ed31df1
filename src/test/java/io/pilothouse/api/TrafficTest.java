package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much the console asks of clusters does not depend on how much is asked of the console, by the word of those that it asks. */
@UsesLocalPlatform
class TrafficTest {

    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final int MANY = 50;

    /** Reviews go out in rounds every five seconds, so that one round more or less may fall into a window. */
    private static final double ONE_ROUND = 1.4;

    /** Watches end now and then, and are begun anew. */
    private static final int BY_CHANCE = 8;

    private static final List<String> PATHS = List.of(
            "/api/v1/services",
            "/api/v1/services/shop/deployment/orders",
            "/api/v1/clusters/kafka/main",
            "/api/v1/topics",
            "/api/v1/groups?limit=3",
            "/api/v1/nodes",
            "/api/v1/findings");

    private final ControlPlaneFiles files;
    private final List<ApiClient> people;
    private final HttpClient http = HttpClient.newHttpClient();

    TrafficTest(LocalPlatform platform, RunningConsole console) {
        files = platform.controlPlane().files();
        people = Stream.of(Account.OPS, Account.DEV)
                .map(account -> ApiClient.withToken(console, files.token(account)))
                .toList();
    }

    @AfterEach
    void close() {
        people.forEach(ApiClient::close);
        http.close();
    }

    /** @param reviews who somebody is, or what they may do */
    private record Requests(long reviews, long others, long queries) {
        private Requests since(Requests before) {
            return new Requests(reviews - before.reviews, others - before.others, queries - before.queries);
        }
    }

    @Test
    void manyWhoAskCostTheClustersWhatOneCosts() {
        people.forEach(
                person -> await().until(() -> person.get(PATHS.getFirst()).statusCode() == 200));

        Requests one = whileAsking(1, new AtomicInteger());
        AtomicInteger answers = new AtomicInteger();
        Requests many = whileAsking(MANY, answers);

        assertThat(answers).hasValueGreaterThan(500);
        assertThat(many.others()).isLessThanOrEqualTo(one.others() + BY_CHANCE);
        assertThat((double) many.reviews()).isLessThanOrEqualTo(one.reviews() * ONE_ROUND);
        assertThat((double) many.queries()).isLessThanOrEqualTo(one.queries() * ONE_ROUND);
    }

    private Requests whileAsking(int readers, AtomicInteger answers) {
        try (ScheduledExecutorService threads = Executors.newScheduledThreadPool(readers)) {
            for (int reader = 0; reader < readers; reader++) {
                String path = PATHS.get(reader % PATHS.size());
                ApiClient person = people.get(reader % people.size());
                threads.scheduleWithFixedDelay(
                        () -> {
                            if (person.get(path).statusCode() < 500) {
                                answers.incrementAndGet();
                            }
                        },
                        0,
                        500,
                        TimeUnit.MILLISECONDS);
            }
            threads.scheduleWithFixedDelay(
                    () -> people.forEach(person -> person.get(PATHS.getFirst())), 0, 1, TimeUnit.SECONDS);
            Requests before = requests();
            await().pollDelay(WINDOW).atMost(WINDOW.multipliedBy(2)).until(() -> true);
            Requests during = requests().since(before);
            threads.shutdownNow();
            return during;
        }
    }

    private Requests requests() {
        try (Stream<String> lines = Files.lines(files.auditLog())) {
            List<String> resources = lines.filter(line -> line.contains("\"pilothouse-console\""))
                    .map(JsonMapper.shared()::readTree)
                    .filter(event -> event.at("/user/username").asString("").equals("pilothouse-console"))
                    .map(TrafficTest::resource)
                    .toList();
            long reviews =
                    resources.stream().filter(name -> name.endsWith("reviews")).count();
            return new Requests(reviews, resources.size() - reviews, queries());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(JsonNode event) {
        return event.at("/objectRef/resource").asString("");
    }

    /** How many queries Prometheus has answered, by its own count. */
    private long queries() {
        URI metrics = URI.create(files.addresses().prometheusUrl() + "/metrics");
        try {
            return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("prometheus_http_requests_total")
                            && line.contains("handler=\"/api/v1/query"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
