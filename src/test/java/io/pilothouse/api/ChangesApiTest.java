package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import io.pilothouse.testbed.controlplane.Account;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes asked for by programs, with kubectl and the API server's audit log as witnesses. */
@UsesLocalPlatform
class ChangesApiTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CHANGES = "/api/v1/changes";
    private static final String PREVIEW = CHANGES + "/preview";

    private final Kubectl kubectl;
    private final FleetStore fleets;
    private final Path auditLog;
    private final ApiClient ops;
    private final ApiClient dev;
    private final Described described;
    private final String namespace = "api-" + UUID.randomUUID().toString().substring(0, 8);
    private final String key = UUID.randomUUID().toString();

    ChangesApiTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        fleets = console.bean(FleetStore.class);
        auditLog = platform.controlPlane().files().auditLog();
        ops = ApiClient.withPassword(console, "ops", RunningConsole.PASSWORD);
        dev = ApiClient.withToken(console, platform.controlPlane().files().token(Account.DEV));
        described = new Described(ops.get("/api/v1/openapi.json").body());
    }

    @BeforeEach
    void aService() {
        kubectl.run("create", "namespace", namespace);
        kubectl.run(
                "create",
                "deployment",
                "agent",
                "-n",
                namespace,
                "--image=registry.shop.example/log-agent:1.0.0",
                "--replicas=0");
        kubectl.run("set", "env", "-n", namespace, "deployment/agent", "NODE_NAME=anywhere");
        kubectl.run("scale", "-n", namespace, "deployment/agent", "--replicas=1");
        WorkloadId service = new WorkloadId(namespace, WorkloadKind.DEPLOYMENT, "agent");
        await().atMost(SOON)
                .until(() -> fleets.current()
                        .workload(service)
                        .filter(agent -> agent.replicas().ready() == 1)
                        .isPresent());
    }

    @AfterEach
    void gone() {
        kubectl.run("delete", "namespace", namespace, "--wait=false");
        ops.close();
        dev.close();
    }

    @Test
    void isDoneOnceForEachKeyFollowedFoundAndTakenBack() throws IOException {
        JsonNode preview = previewed(scale(2));
        assertThat(preview.at("/fields/0/path").asString()).isEqualTo("spec.replicas");
        assertThat(preview.at("/fields/0/after").asString()).isEqualTo("2");
        assertThat(preview.get("command").asString())
                .isEqualTo("kubectl scale -n " + namespace + " deployment/agent --replicas=2");

        ObjectNode confirmed = confirmed(scale(2), preview);
        JsonNode change = json(answers(202, apply(ops, key, confirmed)));
        HttpResponse<String> repeated = answers(202, apply(ops, key, confirmed));
        assertThat(json(repeated).get("id")).isEqualTo(change.get("id"));
        assertThat(repeated.headers().firstValue("Location"))
                .contains(change.get("self").asString());
        JsonNode late = json(answers(409, apply(ops, key + "-2", confirmed)));
        assertThat(late.at("/since/0/path").asString()).isEqualTo("spec.replicas");
        answers(422, apply(ops, key, confirmed(scale(3), preview)));

        String self = change.get("self").asString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                json(got(self + "?wait=10")).get("outcome").asString())
                        .isEqualTo("settled"));
        assertThat(kubectl.run("get", "-n", namespace, "deployment/agent", "-o", "jsonpath={.status.readyReplicas}"))
                .isEqualTo("2");
        assertThat(writes()).isOne();
        String tag = got(self).headers().firstValue("ETag").orElseThrow();
        assertThat(ops.get(self, "If-None-Match", tag).statusCode()).isEqualTo(304);

        String ofIt = CHANGES + "?object=" + namespace + "/deployment/agent";
        described.fits(CHANGES, ops.get(ofIt));
        assertThat(ops.all(ofIt + "&limit=1&from=2026-01-01T00:00:00Z"))
                .extracting(each -> each.get("outcome").asString())
                .containsExactly("refused", "settled");
        assertThat(ops.all(ofIt + "&outcome=settled&who=ops&kind=scale")).hasSize(1);
        assertThat(ops.all(ofIt + "&to=2026-01-01T00:00:00Z")).isEmpty();

        JsonNode back = json(got(self)).get("wayBack");
        assertThat(previewed(back).at("/fields/0/after").asString()).isEqualTo("1");
    }

    @Test
    void whoMayNotIsRefusedAndRecordedAndWarningsAreConfirmed() throws IOException {
        ObjectNode image = order("change-image");
        ObjectNode parameters = (ObjectNode) image.get("parameters");
        parameters.put("container", "log-agent").put("image", "registry.shop.example/log-agent:latest");
        JsonNode preview = previewed(image);
        assertThat(preview.get("warned").asBoolean()).isTrue();
        ObjectNode unconfirmed = confirmed(image, preview);
        unconfirmed.remove("warningsConfirmed");
        JsonNode warned = json(answers(412, apply(ops, key, unconfirmed)));
        assertThat(warned.get("checks").values())
                .anySatisfy(check -> assertThat(check.get("finding").asString()).contains("tag is mutable"));

        JsonNode asked = json(answers(403, dev.post(PREVIEW, image.toString()), PREVIEW));
        JsonNode denied = json(answers(403, apply(dev, key, confirmed(image, preview))));
        assertThat(denied.get("missing")).isEqualTo(asked.get("missing"));
        assertThat(denied.at("/missing/0/resource").asString()).isEqualTo("deployments");
        assertThat(denied.at("/missing/0/namespace").asString()).isEqualTo(namespace);
        assertThat(ops.all(CHANGES + "?namespace=" + namespace))
                .extracting(each ->
                        each.get("outcome").asString() + " " + each.get("user").asString())
                .singleElement()
                .asString()
                .startsWith("refused ")
                .contains("dev");
        assertThat(kubectl.run(
                        "get",
                        "-n",
                        namespace,
                        "deployment/agent",
                        "-o",
                        "jsonpath={.spec.template.spec.containers[0].image}"))
                .isEqualTo("registry.shop.example/log-agent:1.0.0");

        ObjectNode unseen = confirmed(image, preview);
        unseen.remove("basis");
        answers(428, apply(ops, key, unseen));
        answers(400, apply(ops, key, confirmed(image, preview).put("basis", "nonsense")));
        answers(400, ops.post(CHANGES, confirmed(image, preview).toString()));
        answers(400, ops.post(CHANGES, "{"));
        answers(415, ops.postAs("text/plain", CHANGES, "kind=scale"));
        parameters.put("container", "nothing-of-that-name");
        assertThat(json(answers(422, ops.post(PREVIEW, image.toString()), PREVIEW))
                        .get("title")
                        .asString())
                .contains("no container");
    }

    @ParameterizedTest
    @CsvSource({
        "fly, {}, There is no change fly",
        "scale, {}, do not fit scale",
        "scale, '{\"service\": {\"namespace\": \"shop\", \"kind\": \"deployment\", \"name\": \"orders\"}, \"replicas\": -1}', no -1 replicas",
        "scale, '{\"service\": {\"namespace\": \"shop\", \"kind\": \"replicaset\", \"name\": \"orders\"}, \"replicas\": 1}', no kind of service"
    })
    void whatDoesNotFitIsExplained(String kind, String parameters, String words) {
        String body = "{\"kind\": \"" + kind + "\", \"parameters\": " + parameters + "}";
        assertThat(json(answers(422, ops.post(PREVIEW, body), PREVIEW))
                        .get("detail")
                        .asString())
                .contains(words);
    }

    private ObjectNode scale(int replicas) {
        ObjectNode order = order("scale");
        ((ObjectNode) order.get("parameters")).put("replicas", replicas);
        return order;
    }

    private ObjectNode order(String kind) {
        ObjectNode order = JsonMapper.shared().createObjectNode().put("kind", kind);
        order.putObject("parameters")
                .putObject("service")
                .put("namespace", namespace)
                .put("kind", "deployment")
                .put("name", "agent");
        return order;
    }

    private static ObjectNode confirmed(ObjectNode order, JsonNode preview) {
        return order.deepCopy().put("basis", preview.get("basis").asString()).put("warningsConfirmed", true);
    }

    private JsonNode previewed(JsonNode order) {
        ObjectNode wanted = JsonMapper.shared().createObjectNode();
        wanted.set("kind", order.get("kind"));
        wanted.set("parameters", order.get("parameters"));
        return json(answers(200, ops.post(PREVIEW, wanted.toString()), PREVIEW));
    }

    private HttpResponse<String> apply(ApiClient client, String idempotencyKey, JsonNode confirmed) {
        return client.post(CHANGES, confirmed.toString(), "Idempotency-Key", idempotencyKey);
    }

    private HttpResponse<String> got(String path) {
        HttpResponse<String> answer = ops.get(path);
        described.fits(path, answer);
        return answer;
    }

    private HttpResponse<String> answers(int status, HttpResponse<String> answer) {
        return answers(status, answer, CHANGES);
    }

    private HttpResponse<String> answers(int status, HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        described.fits("post", path, answer);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** How often it was scaled for ops, by the API server's own audit log. */
    private long writes() throws IOException {
        try (var lines = Files.lines(auditLog)) {
            return lines.filter(line -> line.contains("/namespaces/" + namespace + "/deployments/agent/scale")
                            && line.contains("\"impersonatedUser\":{\"username\":\"ops\"")
                            && line.contains("\"stage\":\"ResponseComplete\"")
                            && line.contains("\"code\":200")
                            && !line.contains("dryRun"))
                    .count();
        }
    }
}
