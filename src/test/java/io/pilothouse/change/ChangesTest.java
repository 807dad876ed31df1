package io.pilothouse.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Person;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.Stage;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ScaleWorkload;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes on the real control plane, with kubectl and the API server's audit log as witnesses. */
@UsesLocalPlatform
class ChangesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Person OPS = new Person("ops", Set.of("platform-team"));
    private static final Person LEA = new Person("lea", Set.of("platform-team"));
    private static final Person DEV = new Person("dev", Set.of("shop-developers"));

    private final Kubectl kubectl;
    private final Changes changes;
    private final FleetStore fleets;
    private final Path auditLog;
    private final String namespace = "acts-" + UUID.randomUUID().toString().substring(0, 8);
    private final WorkloadId service = new WorkloadId(namespace, WorkloadKind.DEPLOYMENT, "agent");

    ChangesTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        changes = console.bean(Changes.class);
        fleets = console.bean(FleetStore.class);
        auditLog = platform.controlPlane().files().auditLog();
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
        await().atMost(SOON)
                .until(() -> fleets.current()
                        .workload(service)
                        .filter(agent -> agent.replicas().ready() == 1)
                        .isPresent());
    }

    @AfterEach
    void gone() {
        kubectl.run("delete", "namespace", namespace, "--wait=false");
    }

    @Test
    void scalesAsThePersonAndChangesNothingElse() throws IOException {
        String before = whole();
        Preview preview = preview(OPS, new ScaleWorkload(service, 3));

        assertThat(preview.fields())
                .containsExactly(new FieldChange("spec.replicas", Optional.of("1"), Optional.of("3")));
        assertThat(whole()).as("a preview changes nothing").isEqualTo(before);

        String id = applied(apply(OPS, preview));
        AuditedChange ended = ended(id);

        assertThat(ended.latest().stage()).isEqualTo(Stage.SETTLED);
        assertThat(ended.records())
                .extracting(AuditRecord::stage)
                .containsExactly(Stage.REQUESTED, Stage.APPLIED, Stage.SETTLED);
        assertThat(get("{.status.readyReplicas}")).isEqualTo("3");
        assertThat(whole()).isEqualTo(before.replace("\"replicas\":1", "\"replicas\":3"));
        assertThat(writesOfTheConsole("/deployments/agent/scale"))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"impersonatedUser\":{\"username\":\"ops\""));
    }

    @Test
    void doesOnceWhatIsAskedForTwice() {
        int before = Integer.parseInt(get("{.metadata.generation}"));
        Preview preview = preview(OPS, new RestartWorkload(service, Instant.parse("2026-01-01T00:00:00Z")));
        ChangeRequest request = request(preview);
        CompletableFuture<ApplyAnswer> first = changes.apply(OPS, request);
        CompletableFuture<ApplyAnswer> second = changes.apply(OPS, request);

        assertThat(applied(first.join())).isEqualTo(applied(second.join()));
        ended(request.id());
        assertThat(applied(changes.apply(OPS, request).join())).isEqualTo(request.id());
        assertThat(get("{.metadata.generation}")).isEqualTo(String.valueOf(before + 1));
        assertThat(get("{.spec.template.metadata.annotations}"))
                .isEqualTo("{\"kubectl.kubernetes.io/restartedAt\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void ofTwoPeopleAtTheSameMomentOneSeesWhatTheOtherChanged() {
        Preview one = preview(OPS, new ScaleWorkload(service, 2));
        Preview other = preview(LEA, new ScaleWorkload(service, 3));
        CompletableFuture<ApplyAnswer> first = changes.apply(OPS, request(one));
        CompletableFuture<ApplyAnswer> second = changes.apply(LEA, request(other));
        List<ApplyAnswer> answers = List.of(first.join(), second.join());

        assertThat(answers).hasAtLeastOneElementOfType(ApplyAnswer.Applied.class);
        assertThat(answers).hasAtLeastOneElementOfType(ApplyAnswer.Outdated.class);
        String winner = first.join() instanceof ApplyAnswer.Applied ? "2" : "3";
        await().atMost(SOON).until(() -> get("{.status.readyReplicas}").equals(winner));
        assertThat(recorded())
                .hasSize(2)
                .allSatisfy(
                        change -> assertThat(change.records().getFirst().user()).isIn("ops", "lea"));
        assertThat(recorded())
                .filteredOn(change -> change.records().stream().anyMatch(each -> each.stage() == Stage.APPLIED))
                .hasSize(1);
    }

    @Test
    void whatOthersChangedMeanwhileIsShownAndNothingIsDone() {
        Preview preview = preview(OPS, new ScaleWorkload(service, 3));
        kubectl.run("scale", "-n", namespace, "deployment/agent", "--replicas=2");

        assertThat(apply(OPS, preview))
                .isEqualTo(new ApplyAnswer.Outdated(
                        List.of(new FieldChange("spec.replicas", Optional.of("1"), Optional.of("2")))));
        assertThat(get("{.spec.replicas}")).isEqualTo("2");
    }

    @Test
    void whoMayNotIsRefusedAndThatIsRecorded() {
        WorkloadId shipping = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "shipping");
        ScaleWorkload forged = new ScaleWorkload(shipping, 7);
        String before =
                kubectl.run("get", "deployment", "shipping", "-n", "shop", "-o", "jsonpath={.metadata.generation}");
        ChangeRequest request =
                new ChangeRequest(UUID.randomUUID().toString(), forged, new Basis("", Map.of()), Optional.empty());

        assertThat(changes.preview(DEV, forged).join()).isInstanceOf(PreviewAnswer.Denied.class);
        assertThat(changes.apply(DEV, request).join())
                .isEqualTo(new ApplyAnswer.Denied(List.of(Target.of(shipping).right("patch", "scale"))));
        assertThat(changes.change(request.id()).orElseThrow().recorded().latest())
                .satisfies(refused -> {
                    assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
                    assertThat(refused.user()).isEqualTo("dev");
                    assertThat(refused.words()).contains("patch deployments/scale.apps");
                });
        assertThat(kubectl.run("get", "deployment", "shipping", "-n", "shop", "-o", "jsonpath={.metadata.generation}"))
                .isEqualTo(before);
    }

    @Test
    void whatComesAfterwardsSupersedesIt() {
        kubectl.run("set", "image", "-n", namespace, "deployment/agent", "*=registry.shop.example/nobody-pushed:1.0.0");
        String id = applied(apply(OPS, preview(OPS, new ScaleWorkload(service, 2))));
        await().atMost(SOON)
                .until(() -> changes.change(id)
                        .flatMap(FollowedChange::progress)
                        .filter(progress -> progress instanceof Progress.Underway underway && underway.stuck())
                        .isPresent());

        kubectl.run("scale", "-n", namespace, "deployment/agent", "--replicas=5");

        assertThat(ended(id).latest()).satisfies(latest -> {
            assertThat(latest.stage()).isEqualTo(Stage.SUPERSEDED);
            assertThat(latest.words()).contains("5 replicas");
        });
    }

    private Preview preview(Person person, Change change) {
        PreviewAnswer answer = changes.preview(person, change).join();
        assertThat(answer).isInstanceOf(PreviewAnswer.Ready.class);
        return ((PreviewAnswer.Ready) answer).preview();
    }

    private ApplyAnswer apply(Person person, Preview preview) {
        return changes.apply(person, request(preview)).join();
    }

    private static ChangeRequest request(Preview preview) {
        return new ChangeRequest(UUID.randomUUID().toString(), preview.change(), preview.basis(), Optional.empty());
    }

    private static String applied(ApplyAnswer answer) {
        assertThat(answer).isInstanceOf(ApplyAnswer.Applied.class);
        return ((ApplyAnswer.Applied) answer).id();
    }

    private AuditedChange ended(String id) {
        await().atMost(SOON)
                .until(() -> changes.change(id)
                        .filter(change -> change.recorded().ended())
                        .isPresent());
        return changes.change(id).orElseThrow().recorded();
    }

    private List<AuditedChange> recorded() {
        return changes.all().stream()
                .map(FollowedChange::recorded)
                .filter(change -> change.latest().object().namespace().equals(namespace))
                .toList();
    }

    /** What people decide of the service, and nothing that the API server keeps. */
    private String whole() {
        return get("{.metadata.labels}") + get("{.spec}");
    }

    private String get(String path) {
        return kubectl.run("get", "deployment", "agent", "-n", namespace, "-o", "jsonpath=" + path);
    }

    private List<String> writesOfTheConsole(String path) throws IOException {
        try (var lines = Files.lines(auditLog)) {
            return lines.filter(line ->
                            line.contains(namespace + path) && line.contains("\"username\":\"pilothouse-console\""))
                    .toList();
        }
    }
}
