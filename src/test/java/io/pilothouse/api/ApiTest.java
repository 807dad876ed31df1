package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import io.pilothouse.testbed.controlplane.Account;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API on the running scene, as a program sees it. */
@UsesLocalPlatform
class ApiTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DESCRIPTION = "/api/v1/openapi.json";
    private static final String METRICS = "/api/v1/metrics";
    private static final List<String> LISTS = List.of(
            "/api/v1/services",
            "/api/v1/clusters",
            "/api/v1/topics",
            "/api/v1/groups",
            "/api/v1/nodes",
            "/api/v1/findings");

    private static final List<String> CHANGES =
            List.of("/api/v1/changes", "/api/v1/changes/preview", "/api/v1/changes/{id}");

    private final RunningConsole console;
    private final Kubectl kubectl;
    private final String bootstrapServers;
    private final ApiClient ops;
    private final ApiClient dev;
    private final ApiClient anonymous;
    private final Described described;

    ApiTest(LocalPlatform platform, RunningConsole console) {
        this.console = console;
        kubectl = new Kubectl(platform);
        bootstrapServers = platform.kafka().bootstrapServers();
        ops = ApiClient.withPassword(console, "ops", RunningConsole.PASSWORD);
        dev = ApiClient.withToken(console, platform.controlPlane().files().token(Account.DEV));
        anonymous = ApiClient.anonymous(console);
        described = new Described(anonymous.get(DESCRIPTION).body());
    }

    @BeforeEach
    void inThePicture() {
        await().atMost(SOON)
                .until(() -> LISTS.stream().allMatch(list -> ops.get(list).statusCode() == 200)
                        && !ops.all("/api/v1/groups").isEmpty()
                        && !ops.all("/api/v1/nodes").isEmpty());
    }

    @AfterEach
    void close() {
        List.of(ops, dev, anonymous).forEach(ApiClient::close);
    }

    @Test
    void everyAnswerIsAsDescribed() {
        for (String list : LISTS) {
            described.fits(list, ops.get(list));
            described.fits(list, dev.get(list));
            for (String address : addresses(list)) {
                described.fits(address, ops.get(address));
                described.fits(address, dev.get(address));
            }
        }
    }

    @Test
    void whatIsDescribedIsThereAndNothingElse() {
        for (String list : LISTS) {
            described
                    .queryParameters(list)
                    .forEach(parameter -> assertThat(
                                    ops.get(list + "?" + parameter + "=").statusCode())
                            .as(list + "?" + parameter)
                            .isEqualTo(parameter.equals("limit") ? 400 : 200));
            assertThat(ops.get(list + "?nothing=of-that-name").statusCode()).isEqualTo(400);
        }
        assertThat(described.paths())
                .containsAll(LISTS)
                .contains(METRICS)
                .containsAll(CHANGES)
                .hasSize(LISTS.size() * 2 + 2 + CHANGES.size());
    }

    @Test
    void prometheusIsToldHowFarGroupsAreBehind() {
        assertThat(ops.get(METRICS).body())
                .containsPattern(
                        "pilothouse_group_lag_records\\{.*group=\"notifications\".*topic=\"orders\".*\\} \\d+");
        assertThat(dev.get(METRICS).statusCode()).isEqualTo(200);
        assertThat(dev.get(METRICS).body()).doesNotContain("kafka_cluster");
    }

    @Test
    void whatFlowsWhatScalesAndWhatIsStoredIsToldToWhomItMayBe() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode payments = ops.json("/api/v1/services/shop/deployment/payments");
            assertThat(payments.at("/reads/value").values())
                    .extracting(flow -> flow.get("topic").asString())
                    .contains("/api/v1/topics/kafka.main/orders");
            assertThat(ops.json("/api/v1/topics/kafka.main/orders")
                            .at("/writers/value")
                            .values())
                    .extracting(flow -> flow.get("service").asString())
                    .containsExactly("/api/v1/services/shop/deployment/orders");
        });
        JsonNode broker = ops.json("/api/v1/clusters/kafka/main/brokers/0");
        assertThat(broker.at("/volumes/value/0/phase").asString()).isEqualTo("bound");
        assertThat(broker.at("/volumes/value/0/sizeBytes/value").asLong()).isPositive();

        JsonNode seen = dev.json("/api/v1/services/shop/deployment/payments");
        assertThat(seen.at("/reads/value").isNull()).isTrue();
        assertThat(seen.at("/reads/reason").isObject()).isTrue();
    }

    @Test
    void listsHoldWhatTheirObjectsAre() {
        for (String list : List.of("/api/v1/clusters", "/api/v1/nodes")) {
            ops.all(list)
                    .forEach(item -> assertThat(
                                    ops.json(item.get("self").asString()).get("created"))
                            .isEqualTo(item.get("created")));
        }
        assertThat(ops.all("/api/v1/services?limit=3"))
                .extracting(service -> service.get("self"))
                .isEqualTo(ops.all("/api/v1/services").stream()
                        .map(service -> service.get("self"))
                        .toList());
    }

    @Test
    void filtersAreThoseOfThePages() {
        assertThat(ops.all("/api/v1/services?namespace=shop&q=STOREFRONT deploy".replace(" ", "%20")))
                .extracting(service -> service.get("name").asString())
                .containsExactly("storefront");
        assertThat(ops.all("/api/v1/topics?cluster=kafka/main&namespace=analytics"))
                .extracting(topic -> topic.get("name").asString())
                .contains("orders")
                .doesNotContain("__consumer_offsets");
        assertThat(ops.all("/api/v1/services?state=failing,degraded"))
                .allSatisfy(service ->
                        assertThat(service.at("/health/state").asString()).isIn("failing", "degraded"));
    }

    @Test
    void servicesAndNodesAreWhatKubectlSaysOfThem() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode witness = JsonMapper.shared().readTree(kubectl.run("get", "deployments", "-A", "-o", "json"));
            assertThat(ops.all("/api/v1/services?kind=deployment&limit=500"))
                    .extracting(service -> text(service, "/namespace") + "/" + text(service, "/name") + " "
                            + number(service, "/replicas/ready") + "/" + number(service, "/replicas/desired"))
                    .containsExactlyInAnyOrderElementsOf(witness.get("items").values().stream()
                            .map(item -> text(item, "/metadata/namespace") + "/" + text(item, "/metadata/name") + " "
                                    + number(item, "/status/readyReplicas") + "/" + number(item, "/spec/replicas"))
                            .toList());
        });
        JsonNode nodes = JsonMapper.shared().readTree(kubectl.run("get", "nodes", "-o", "json"));
        assertThat(ops.all("/api/v1/nodes"))
                .extracting(
                        node -> text(node, "/name") + " " + text(node, "/zone") + " " + text(node, "/software/kubelet"))
                .containsExactlyInAnyOrderElementsOf(nodes.get("items").values().stream()
                        .map(item -> text(item, "/metadata/name") + " "
                                + text(item, "/metadata/labels/topology.kubernetes.io~1zone") + " "
                                + text(item, "/status/nodeInfo/kubeletVersion"))
                        .toList());
    }

    @Test
    void topicsAreWhatTheBrokersSayOfThem() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            await().atMost(SOON).untilAsserted(() -> {
                Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .names()
                        .get();
                assertThat(ops.all("/api/v1/topics?limit=500"))
                        .flatExtracting(topic -> topic.get("partitions").values().stream()
                                .map(partition -> text(topic, "/name") + "-" + number(partition, "/number") + " "
                                        + number(partition, "/leader") + " "
                                        + partition.get("replicas").toString())
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(
                                admin.describeTopics(names).allTopicNames().get().values().stream()
                                        .flatMap(topic -> topic.partitions().stream()
                                                .map(partition -> topic.name() + "-" + partition.partition() + " "
                                                        + partition.leader().id() + " "
                                                        + partition.replicas().stream()
                                                                .map(Node::id)
                                                                .toList()
                                                                .toString()
                                                                .replace(" ", "")))
                                        .toList());
            });
        }
    }

    @Test
    void whoHasTheAnswerAlreadyGetsNothing() {
        await().atMost(SOON).untilAsserted(() -> {
            HttpResponse<String> first = ops.get("/api/v1/services/shop/deployment/storefront");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = ops.get("/api/v1/services/shop/deployment/storefront", "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        });
        assertThat(ops.get(DESCRIPTION, "If-None-Match", "W/\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAreCompressedAndKeptToOneself() throws IOException {
        HttpResponse<byte[]> answer =
                ops.send("GET", "/api/v1/topics", HttpResponse.BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(json.readAllBytes(), StandardCharsets.UTF_8)).startsWith("{\"items\":");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/services?limit=0, 400",
        "/api/v1/services?after=%2A, 400",
        "/api/v1/services?state=broken, 400",
        "/api/v1/services?colour=red, 400",
        "/api/v1/services/shop/replicaset/x, 400",
        "/api/v1/topics/main/orders, 400",
        "/api/v1/groups/kafka.main/..%2F..%2Fnodes, 400",
        "/api/v1/groups/kafka.main/a;b=c, 400",
        "/api/v1/services/shop/deployment/nothing-of-that-name, 404",
        "/api/v1/topics/kafka.main/nothing-of-that-name, 404",
        "/api/v1/groups/kafka.main/~PHNjcmlwdD4, 404",
        "/api/v1/groups/kafka.main/%D7%A9%D7%9C%D7%95%D7%9D, 404",
        "/api/v1/clusters/kafka/main/brokers/99, 404",
        "/api/v1/clusters/kafka/main/brokers/one, 404",
        "/api/v1/nodes/nowhere, 404",
        "/api/v1/clusters/kafka/nothing, 404",
        "/api/v1/nothing, 404",
        "/api, 404"
    })
    void whatCannotBeAnsweredIsExplained(String path, int status) {
        HttpResponse<String> answer = ops.get(path, "Accept", "text/html, application/json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertProblem(answer);
    }

    @Test
    void otherFormatsAndMethodsAreRefused() {
        HttpResponse<String> format = ops.get("/api/v1/services", "Accept", "text/html");
        assertThat(format.statusCode()).isEqualTo(406);
        assertProblem(format);
        HttpResponse<String> method = ops.send("DELETE", "/api/v1/services", HttpResponse.BodyHandlers.ofString());
        assertThat(method.statusCode()).isEqualTo(405);
        assertProblem(method);
    }

    @Test
    void whoIsNotKnownIsAskedForPasswordOrToken() {
        for (String path : List.of("/api/v1/services", "/api/v1/nothing")) {
            HttpResponse<String> answer = anonymous.get(path);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .anyMatch(challenge -> challenge.startsWith("Basic"))
                    .anyMatch(challenge -> challenge.startsWith("Bearer"));
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertProblem(answer);
        }
        try (ApiClient stranger = ApiClient.withToken(console, "no-token-of-this-cluster")) {
            assertThat(stranger.get("/api/v1/services").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aDeveloperFindsNothingThatIsNotTheirs() {
        assertThat(dev.all("/api/v1/services"))
                .isNotEmpty()
                .allSatisfy(service ->
                        assertThat(service.get("namespace").asString()).isEqualTo("shop"));
        assertThat(dev.all("/api/v1/findings"))
                .allSatisfy(
                        finding -> assertThat(finding.get("about").asString()).startsWith("/api/v1/services/shop/"));
        for (String list : List.of("/api/v1/clusters", "/api/v1/topics", "/api/v1/groups")) {
            assertThat(dev.all(list)).isEmpty();
        }
        assertThat(dev.get("/api/v1/nodes").statusCode()).isEqualTo(403);
    }

    @Test
    void noAddressLeadsADeveloperToWhatIsNotTheirs() {
        List<String> others = LISTS.stream()
                .flatMap(list -> addresses(list).stream())
                .filter(address -> !address.startsWith("/api/v1/services/shop/"))
                .toList();
        assertThat(others).hasSizeGreaterThan(15).allSatisfy(address -> {
            HttpResponse<String> answer = dev.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(403);
            assertProblem(answer);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/services/analytics/deployment/",
                "/api/v1/clusters/kafka/",
                "/api/v1/topics/kafka.main/",
                "/api/v1/groups/kafka.main/",
                "/api/v1/nodes/",
            })
    void whetherThereIsWhatTheyMayNotSeeIsNotTold(String addresses) {
        String there = addresses(list(addresses)).stream()
                .filter(address -> address.startsWith(addresses))
                .findFirst()
                .orElseThrow();
        String name = there.substring(addresses.length());
        HttpResponse<String> nothing = dev.get(addresses + "nothing-of-that-name");
        assertThat(nothing.statusCode()).isEqualTo(403);
        assertThat(nothing.body().replace("nothing-of-that-name", name))
                .isEqualTo(dev.get(there).body());
    }

    @Test
    void aDeveloperIsToldWhyTheyMissWhatIsAroundTheirServices() {
        assertThat(dev.json("/api/v1/services/shop/deployment/storefront").at("/pods/value"))
                .isNotEmpty()
                .allSatisfy(pod -> {
                    assertThat(pod.at("/zone/value").isNull()).isTrue();
                    assertThat(pod.at("/zone/reason/kind").asString()).isEqualTo("denied");
                    assertThat(pod.at("/zone/reason/text").asString()).contains("list nodes");
                });
    }

    /** The addresses of all objects of a list, and of what is in them. */
    private List<String> addresses(String list) {
        List<String> addresses = new ArrayList<>();
        ops.all(list).forEach(item -> {
            item.path("self").stringValueOpt().ifPresent(addresses::add);
            item.path("brokers")
                    .forEach(broker -> broker.path("self").stringValueOpt().ifPresent(addresses::add));
        });
        return addresses;
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asString();
    }

    /** Kubernetes leaves out what is zero. */
    private static int number(JsonNode node, String path) {
        return node.at(path).asInt(0);
    }

    private static String list(String address) {
        return LISTS.stream().filter(address::startsWith).findFirst().orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"title\":", "\"detail\":", "\"status\":" + answer.statusCode())
                .doesNotContain("<html", "at io.pilothouse", "Exception");
    }
}
