package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Person;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A CronJob is suspended, resumed and run now, by kubectl, and nothing else of it has changed. */
@UsesLocalPlatform
class CronJobWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NAMESPACE = "by-schedule";
    private static final WorkloadId CLEAN_UP = new WorkloadId(NAMESPACE, WorkloadKind.CRON_JOB, "clean-up");
    private static final Person OPS = new Person("ops", Set.of("platform-team", "system:authenticated"));

    private final Kubectl kubectl;
    private final Changes changes;
    private final FleetStore store;

    CronJobWitnessTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        changes = console.bean(Changes.class);
        store = console.bean(FleetStore.class);
    }

    @AfterEach
    void goes() {
        kubectl.run("delete", "namespace", NAMESPACE, "--wait=false");
    }

    @Test
    void itIsSuspendedResumedAndRunOnce() {
        kubectl.run("create", "namespace", NAMESPACE);
        kubectl.run(
                "create",
                "cronjob",
                "clean-up",
                "-n",
                NAMESPACE,
                "--image=registry.shop.example/log-agent:2.3.1",
                "--schedule=0 0 1 1 *",
                "--restart=Never");
        kubectl.run(
                "patch",
                "-n",
                NAMESPACE,
                "cronjob/clean-up",
                "-p",
                "{\"spec\":{\"jobTemplate\":{\"spec\":{\"backoffLimit\":0}}}}");
        await().atMost(SOON).until(() -> store.current().workload(CLEAN_UP).isPresent());
        String before = spec();

        assertThat(ended(new SuspendCronJob(CLEAN_UP, true)).stage()).isEqualTo(Stage.SETTLED);
        assertThat(spec()).isEqualTo(before.replace("\"suspend\":false", "\"suspend\":true"));
        assertThat(ended(new SuspendCronJob(CLEAN_UP, false)).stage()).isEqualTo(Stage.SETTLED);
        assertThat(spec()).isEqualTo(before);

        UUID id = UUID.randomUUID();
        RunCronJob run = RunCronJob.of(CLEAN_UP, id);
        ChangeRequest request = request(id, run);
        assertThat(changes.apply(OPS, request).join()).isEqualTo(new ApplyAnswer.Applied(request.id()));
        assertThat(changes.apply(OPS, request).join()).isEqualTo(new ApplyAnswer.Applied(request.id()));
        assertThat(changes.preview(OPS, run).join())
                .as("the same Job is not made twice")
                .isInstanceOf(PreviewAnswer.Failed.class);
        assertThat(kubectl.run("get", "jobs", "-n", NAMESPACE, "-o", "name").strip())
                .isEqualTo("job.batch/" + run.job());
        assertThat(kubectl.run(
                        "get",
                        "-n",
                        NAMESPACE,
                        "job/" + run.job(),
                        "-o",
                        "jsonpath={.metadata.ownerReferences[0].kind} {.metadata.ownerReferences[0].name}"))
                .isEqualTo("CronJob clean-up");
        AuditRecord end = ended(request.id());
        assertThat(end.stage()).as("its program wants a NODE_NAME").isEqualTo(Stage.FAILED);
        assertThat(end.words()).contains(run.job());
        assertThat(spec()).isEqualTo(before);
    }

    private AuditRecord ended(Change change) {
        ChangeRequest request = request(UUID.randomUUID(), change);
        assertThat(changes.apply(OPS, request).join()).isEqualTo(new ApplyAnswer.Applied(request.id()));
        return ended(request.id());
    }

    private ChangeRequest request(UUID id, Change change) {
        PreviewAnswer answer = changes.preview(OPS, change).join();
        assertThat(answer).isInstanceOf(PreviewAnswer.Ready.class);
        return new ChangeRequest(
                id.toString(), change, ((PreviewAnswer.Ready) answer).preview().basis(), Optional.empty());
    }

    private AuditRecord ended(String id) {
        await().atMost(SOON)
                .until(() -> changes.change(id)
                        .filter(change -> change.recorded().ended())
                        .isPresent());
        return changes.change(id).orElseThrow().recorded().latest();
    }

    private String spec() {
        return kubectl.run("get", "-n", NAMESPACE, "cronjob/clean-up", "-o", "jsonpath={.metadata.labels}{.spec}");
    }
}
