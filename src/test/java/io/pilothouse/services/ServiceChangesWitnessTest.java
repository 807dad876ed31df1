package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Person;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.Stage;
import io.pilothouse.base.Failure;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.FieldPaths;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Basis;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Check;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.MergePatch;
import io.pilothouse.change.Preview;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.change.Progress;
import io.pilothouse.change.WayBack;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people do to a service is what kubectl then finds, nothing else of it has changed, and the API server knows who did it. */
@UsesLocalPlatform
class ServiceChangesWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NAMESPACE = "acted-on";
    private static final WorkloadId AGENT = new WorkloadId(NAMESPACE, WorkloadKind.DEPLOYMENT, "agent");
    private static final String IMAGE = "registry.shop.example/log-agent:2.3.1";
    private static final String IMAGE_PATH = "spec.template.spec.containers[log-agent].image";
    private static final Person OPS = new Person("ops", Set.of("platform-team", "system:authenticated"));
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final LocalPlatform platform;
    private final Kubectl kubectl;
    private final Changes changes;
    private final FleetStore store;

    ServiceChangesWitnessTest(LocalPlatform platform, RunningConsole console) {
        this.platform = platform;
        kubectl = new Kubectl(platform);
        changes = console.bean(Changes.class);
        store = console.bean(FleetStore.class);
    }

    @BeforeEach
    void aServiceOfItsOwn() {
        kubectl.run("create", "namespace", NAMESPACE);
        kubectl.run("create", "deployment", "agent", "-n", NAMESPACE, "--image=" + IMAGE, "--replicas=2");
        kubectl.run("set", "env", "-n", NAMESPACE, "deployment/agent", "NODE_NAME=somewhere");
        kubectl.run("rollout", "status", "-n", NAMESPACE, "deployment/agent", "--timeout=60s");
        await().atMost(SOON)
                .until(() -> store.current()
                        .workload(AGENT)
                        .filter(agent -> agent.revisions().size() == 2
                                && agent.pods().size() == 2
                                && agent.replicas().ready() == 2)
                        .isPresent());
    }

    @AfterEach
    void goes() {
        kubectl.run("delete", "namespace", NAMESPACE, "--timeout=60s");
    }

    @Test
    void anImageThatCannotBePulledIsSaidAndRollingBackCuresIt() throws Exception {
        Map<String, String> before = fields("deployment/agent");
        String broken = "registry.shop.example/log-agent:unheard-of";

        String changed = apply(new ChangeImage(AGENT, "log-agent", broken));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(progress(changed))
                        .hasValueSatisfying(progress -> assertThat(progress)
                                .isInstanceOfSatisfying(Progress.Underway.class, underway -> {
                                    assertThat(underway.stuck()).isTrue();
                                    assertThat(underway.waitsFor())
                                            .hasValueSatisfying(
                                                    why -> assertThat(why).contains("image cannot be pulled", broken));
                                })));
        assertThat(FieldChange.between(before, fields("deployment/agent")))
                .containsExactly(new FieldChange(IMAGE_PATH, Optional.of(IMAGE), Optional.of(broken)));

        WayBack back = changes.wayBack(changed).orElseThrow();
        assertThat(back.words()).isEqualTo("Roll back");
        assertThat(preview(back.change()).fields())
                .containsExactly(new FieldChange(IMAGE_PATH, Optional.of(broken), Optional.of(IMAGE)));
        String undone = apply(back.change());

        settles(undone);
        await().atMost(SOON).untilAsserted(() -> assertThat(stage(changed)).isEqualTo(Stage.SUPERSEDED));
        assertThat(fields("deployment/agent")).isEqualTo(before);
        kubectl.run("rollout", "status", "-n", NAMESPACE, "deployment/agent", "--timeout=60s");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(whoPatched("deployments")).contains("ops").doesNotContain("pilothouse-console"));
    }

    @Test
    void itGoesBackToTheRevisionThatWasShownAndPausedRolloutsWait() throws Exception {
        Map<String, String> before = fields("deployment/agent");
        Workload agent = store.current().workload(AGENT).orElseThrow();
        Revision first = agent.revisions().getLast();
        List<FieldChange> shown =
                FieldChange.between(agent.revisions().getFirst().template(), first.template());
        RollBackWorkload back = new RollBackWorkload(AGENT, first.number(), first.name());

        settles(apply(new PauseRollout(AGENT)));
        assertThat(kubectl.run("get", "-n", NAMESPACE, "deployment/agent", "-o", "jsonpath={.spec.paused}"))
                .isEqualTo("true");
        settles(apply(new ResumeRollout(AGENT)));
        assertThat(fields("deployment/agent")).isEqualTo(before);
        String id = apply(back);

        assertThat(changes.change(id).orElseThrow().recorded().latest().fields())
                .isEqualTo(shown.stream()
                        .map(field -> new FieldChange("spec.template." + field.path(), field.before(), field.after()))
                        .toList());
        assertThat(FieldChange.between(before, fields("deployment/agent")))
                .isEqualTo(changes.change(id).orElseThrow().recorded().latest().fields());
    }

    @Test
    void otherResourcesAreGivenToTheOneContainer() throws Exception {
        Map<String, String> before = fields("deployment/agent");
        String path = "spec.template.spec.containers[log-agent].resources";

        String id = apply(new ChangeResources(
                AGENT,
                "log-agent",
                new ChangeResources.Amounts(Optional.of("20m"), Optional.of("96Mi")),
                new ChangeResources.Amounts(Optional.empty(), Optional.of("256Mi"))));

        settles(id);
        assertThat(FieldChange.between(before, fields("deployment/agent")))
                .containsExactlyInAnyOrder(
                        new FieldChange(path, Optional.of("{}"), Optional.empty()),
                        new FieldChange(path + ".limits.memory", Optional.empty(), Optional.of("256Mi")),
                        new FieldChange(path + ".requests.cpu", Optional.empty(), Optional.of("20m")),
                        new FieldChange(path + ".requests.memory", Optional.empty(), Optional.of("96Mi")));
    }

    @Test
    void moreReplicasThanTheQuotaLetsBeAreForetoldAndWaitUntilTheyAreTakenBack() throws Exception {
        kubectl.run("create", "quota", "tight", "-n", NAMESPACE, "--hard=pods=3");
        await().atMost(SOON)
                .until(() -> store.current()
                        .workload(AGENT)
                        .flatMap(Workload::headroom)
                        .filter(room -> room.pods() == 1)
                        .isPresent());
        Map<String, String> before = fields("deployment/agent");
        ScaleWorkload scale = new ScaleWorkload(AGENT, 5);

        assertThat(preview(scale).checks())
                .extracting(Check::finding)
                .contains("2 of 3 new pods would be refused: quota tight is used up");
        String id = apply(scale);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(progress(id))
                        .hasValueSatisfying(progress -> assertThat(progress)
                                .isInstanceOfSatisfying(Progress.Underway.class, underway -> {
                                    assertThat(underway.stuck()).isTrue();
                                    assertThat(underway.waitsFor())
                                            .hasValueSatisfying(why -> assertThat(why)
                                                    .contains("quota tight", "used is pods=3 of pods=3"));
                                })));
        assertThat(FieldChange.between(before, fields("deployment/agent")))
                .containsExactly(new FieldChange("spec.replicas", Optional.of("2"), Optional.of("5")));
        settles(apply(changes.wayBack(id).orElseThrow().change()));
        assertThat(fields("deployment/agent")).isEqualTo(before);
    }

    @Test
    void anAutoscalerIsMadeGivenAnotherRangeAndRemoved() throws Exception {
        Map<String, String> before = fields("deployment/agent");

        settles(apply(new EditAutoscaling(AGENT, "agent", true, 1, 3, Optional.empty())));
        Map<String, String> made = fields("hpa/agent");
        assertThat(made)
                .containsEntry("spec.minReplicas", "1")
                .containsEntry("spec.maxReplicas", "3")
                .containsEntry("spec.metrics[0].resource.target.averageUtilization", "80");

        await().atMost(SOON)
                .until(() -> store.current()
                        .workload(AGENT)
                        .flatMap(Workload::autoscaling)
                        .isPresent());
        Preview scale = preview(new ScaleWorkload(AGENT, 3));
        assertThat(scale.checks().stream().filter(Check::blocks).map(Check::finding))
                .containsExactly(
                        "The autoscaler owns the replica count and will set it back; change its range instead");
        assertThat(changes.apply(
                                OPS,
                                new ChangeRequest("against-the-hpa", scale.change(), scale.basis(), Optional.empty()))
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOf(ApplyAnswer.Blocked.class);
        assertThat(stage("against-the-hpa")).isEqualTo(Stage.REFUSED);
        assertThat(fields("deployment/agent").get("spec.replicas")).isEqualTo(before.get("spec.replicas"));

        settles(apply(new EditAutoscaling(AGENT, "agent", false, 2, 4, Optional.empty())));
        assertThat(FieldChange.between(made, fields("hpa/agent")))
                .containsExactlyInAnyOrder(
                        new FieldChange("spec.maxReplicas", Optional.of("3"), Optional.of("4")),
                        new FieldChange("spec.minReplicas", Optional.of("1"), Optional.of("2")));

        settles(apply(new RemoveAutoscaling(AGENT, "agent")));
        assertThat(kubectl.run("get", "hpa", "-n", NAMESPACE, "-o", "name")).isBlank();
        assertThat(fields("deployment/agent")).isEqualTo(before);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(whoPatched("horizontalpodautoscalers"))
                        .contains("ops")
                        .doesNotContain("pilothouse-console"));
    }

    @Test
    void anEditLeavesOrTakesOverWhatAnotherManagerOwnsFieldByField(@TempDir Path directory) throws Exception {
        Path theirs = directory.resolve("theirs.yaml");
        Files.writeString(theirs, """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: agent, namespace: acted-on},
                 spec: {revisionHistoryLimit: 7, progressDeadlineSeconds: 500}}""");
        String[] other = {"apply", "--server-side", "--field-manager=other", "-f", theirs.toString()};
        kubectl.run(
                Stream.concat(Stream.of(other), Stream.of("--force-conflicts")).toArray(String[]::new));
        Map<String, String> before = fields("deployment/agent");
        EditManifest all =
                edit(Map.of("revisionHistoryLimit", 4, "progressDeadlineSeconds", 450, "minReadySeconds", 1));

        assertThat(changes.preview(OPS, all).get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        PreviewAnswer.Contested.class,
                        contested -> assertThat(contested.conflicts())
                                .containsExactly(
                                        conflict("spec.progressDeadlineSeconds", "500", "450"),
                                        conflict("spec.revisionHistoryLimit", "7", "4")));
        assertThat(changes.apply(OPS, new ChangeRequest("contested", all, basis(), Optional.empty()))
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOf(ApplyAnswer.Contested.class);
        assertThat(stage("contested")).isEqualTo(Stage.REFUSED);
        assertThat(fields("deployment/agent")).isEqualTo(before);

        EditManifest chosen = new EditManifest(
                AGENT,
                Map.of("spec", Map.of("revisionHistoryLimit", 4, "minReadySeconds", 1)),
                Optional.of(MergePatch.between(
                        Map.of("spec", Map.of("revisionHistoryLimit", 4, "minReadySeconds", 1)),
                        Map.of("spec", Map.of("revisionHistoryLimit", 7)))),
                Set.of("spec.revisionHistoryLimit"));
        String edited = apply(chosen);
        settles(edited);
        assertThat(FieldChange.between(before, fields("deployment/agent")))
                .containsExactly(
                        new FieldChange("spec.minReadySeconds", Optional.empty(), Optional.of("1")),
                        new FieldChange("spec.revisionHistoryLimit", Optional.of("7"), Optional.of("4")));
        assertThatThrownBy(() -> kubectl.run(other)).hasMessageContaining("conflict with \"pilothouse\"");

        WayBack back = changes.wayBack(edited).orElseThrow();
        settles(apply(back.change()));
        assertThat(fields("deployment/agent")).isEqualTo(before);
    }

    @Test
    void anEditThatKubernetesDoesNotTakeIsRefusedInItsWords() throws Exception {
        Map<String, String> before = fields("deployment/agent");

        assertThat(preview(edit(Map.of("replicas", 3))).checks())
                .as("the checks of scaling apply to an edit of the replicas")
                .extracting(Check::finding)
                .contains("No autoscaler owns the replica count");
        assertThat(refusal(edit(Map.of("replicas", "many")))).contains("spec.replicas");
        assertThat(refusal(edit(Map.of("replicaz", 3)))).contains("unknown field \"spec.replicaz\"");
        assertThat(refusal(edit(Map.of("selector", Map.of("matchLabels", Map.of("app", "other"))))))
                .contains("spec.selector", "field is immutable");
        assertThat(refusal(new EditManifest(
                        AGENT, Map.of("metadata", Map.of("name", "other")), Optional.empty(), Set.of())))
                .contains("An object keeps its name");
        assertThat(fields("deployment/agent")).isEqualTo(before);
    }

    private static EditManifest edit(Map<String, Object> spec) {
        return new EditManifest(AGENT, Map.of("spec", spec), Optional.empty(), Set.of());
    }

    private static FieldConflict conflict(String path, String theirs, String wanted) {
        return new FieldConflict(path, "other", Optional.of(theirs), Optional.of(wanted));
    }

    private Basis basis() throws Exception {
        return preview(edit(Map.of("minReadySeconds", 1))).basis();
    }

    private String refusal(Change change) throws Exception {
        PreviewAnswer answer = changes.preview(OPS, change).get(20, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(PreviewAnswer.Failed.class);
        Failure failure = ((PreviewAnswer.Failed) answer).failure();
        return failure.summary() + ": " + failure.detail();
    }

    private String apply(Change change) throws Exception {
        Preview preview = preview(change);
        ChangeRequest request =
                new ChangeRequest(UUID.randomUUID().toString(), change, preview.basis(), Optional.of("a test"));
        assertThat(changes.apply(OPS, request).get(20, TimeUnit.SECONDS))
                .isEqualTo(new ApplyAnswer.Applied(request.id()));
        return request.id();
    }

    private Preview preview(Change change) throws Exception {
        PreviewAnswer answer = changes.preview(OPS, change).get(20, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(PreviewAnswer.Ready.class);
        return ((PreviewAnswer.Ready) answer).preview();
    }

    private void settles(String id) {
        await().atMost(SOON).untilAsserted(() -> assertThat(stage(id)).isEqualTo(Stage.SETTLED));
    }

    private Stage stage(String id) {
        AuditRecord latest = changes.change(id).orElseThrow().recorded().latest();
        return latest.stage();
    }

    private Optional<Progress> progress(String id) {
        return changes.change(id).flatMap(Changes.FollowedChange::progress);
    }

    /** The whole object but for what controllers write of it. */
    private Map<String, String> fields(String object) {
        Map<String, Object> whole = new HashMap<>(
                JsonMapper.shared().readValue(kubectl.run("get", "-n", NAMESPACE, object, "-o", "json"), OBJECT));
        whole.remove("status");
        Map<String, String> fields = new HashMap<>(FieldPaths.of(whole));
        fields.remove("metadata.resourceVersion");
        fields.remove("metadata.generation");
        fields.remove("metadata.annotations[deployment.kubernetes.io/revision]");
        fields.values().removeIf("false"::equals);
        return fields;
    }

    /** For whom things of this kind were written in the namespace, by the API server's own audit log. */
    private List<String> whoPatched(String resource) throws IOException {
        try (Stream<String> lines = Files.lines(platform.controlPlane().files().auditLog())) {
            return lines.filter(line -> line.contains("\"namespace\":\"" + NAMESPACE + "\"")
                            && line.contains("\"resource\":\"" + resource + "\"")
                            && line.contains("fieldManager=pilothouse")
                            && !line.contains("dryRun=All"))
                    .map(line -> JsonMapper.shared().readTree(line))
                    .map(event ->
                            event.path("impersonatedUser").path("username").asString("pilothouse-console"))
                    .distinct()
                    .toList();
        }
    }
}
