package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Person;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Basis;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Check;
import io.pilothouse.change.Preview;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pods that people have go are gone, and only those, by kubectl; and none that a PodDisruptionBudget keeps. */
@UsesLocalPlatform
class PodRemovalWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NAMESPACE = "pods-go";
    private static final WorkloadId AGENT = new WorkloadId(NAMESPACE, WorkloadKind.DEPLOYMENT, "agent");
    private static final Person OPS = new Person("ops", Set.of("platform-team", "system:authenticated"));

    private final Kubectl kubectl;
    private final Changes changes;
    private final FleetStore store;

    PodRemovalWitnessTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        changes = console.bean(Changes.class);
        store = console.bean(FleetStore.class);
    }

    @AfterEach
    void goes() {
        kubectl.run("delete", "namespace", NAMESPACE, "--wait=false");
    }

    @Test
    void podsAreReplacedUnlessABudgetKeepsThem() {
        kubectl.run("create", "namespace", NAMESPACE);
        kubectl.run(
                "create",
                "deployment",
                "agent",
                "-n",
                NAMESPACE,
                "--image=registry.shop.example/log-agent:2.3.1",
                "--replicas=0");
        kubectl.run("set", "env", "-n", NAMESPACE, "deployment/agent", "NODE_NAME=somewhere");
        kubectl.run("scale", "-n", NAMESPACE, "deployment/agent", "--replicas=2");
        shows(agent -> agent.replicas().ready() == 2 && agent.pods().size() == 2);
        String deployment = decided();

        List<String> before = pods();
        done(new EvictPod(AGENT, name(before.getFirst()), uid(before.getFirst())));
        List<String> evicted = pods();
        assertThat(evicted).hasSize(2).contains(before.getLast()).doesNotContain(before.getFirst());

        kubectl.run(
                "create", "poddisruptionbudget", "agent", "-n", NAMESPACE, "--selector=app=agent", "--min-available=2");
        shows(agent -> agent.budgets().stream()
                .anyMatch(budget -> budget.observed() && budget.healthy() == 2 && budget.allowed() == 0));
        refused(new EvictPod(AGENT, name(evicted.getFirst()), uid(evicted.getFirst())));
        assertThat(pods()).as("the budget keeps them").isEqualTo(evicted);

        DeletePod delete = new DeletePod(AGENT, name(evicted.getFirst()), uid(evicted.getFirst()));
        assertThat(preview(delete).checks())
                .contains(Check.warn(
                        "This goes round PodDisruptionBudget agent, which would not let it go",
                        "allows 0 now, 2 healthy, 2 needed"));
        done(delete);
        assertThat(pods()).hasSize(2).contains(evicted.getLast()).doesNotContain(evicted.getFirst());
        assertThat(decided()).as("nothing else has changed").isEqualTo(deployment);
        assertThat(changes.preview(OPS, delete).join())
                .as("it is not done to another pod")
                .isInstanceOf(PreviewAnswer.Failed.class);
    }

    private void refused(EvictPod evict) {
        assertThat(changes.preview(OPS, evict).join()).isInstanceOfSatisfying(PreviewAnswer.Failed.class, failed -> {
            assertThat(failed.failure().summary()).isEqualTo("A PodDisruptionBudget does not let the pod go");
            assertThat(failed.checks())
                    .contains(Check.block(
                            "PodDisruptionBudget agent does not let it go", "allows 0 now, 2 healthy, 2 needed"));
        });
        String id = UUID.randomUUID().toString();
        ChangeRequest forged =
                new ChangeRequest(id, evict, basis(evict), Optional.of("a budget is not overridden by a reason"));
        assertThat(changes.apply(OPS, forged).join()).isInstanceOf(ApplyAnswer.Failed.class);
        assertThat(changes.change(id).orElseThrow().recorded().latest().stage()).isEqualTo(Stage.REFUSED);
    }

    private Basis basis(EvictPod evict) {
        return preview(new DeletePod(AGENT, evict.pod(), evict.uid())).basis();
    }

    private void done(Change change) {
        Preview preview = preview(change);
        ChangeRequest request =
                new ChangeRequest(UUID.randomUUID().toString(), change, preview.basis(), Optional.empty());
        assertThat(changes.apply(OPS, request).join()).isEqualTo(new ApplyAnswer.Applied(request.id()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(changes.change(request.id())
                                .orElseThrow()
                                .recorded()
                                .latest()
                                .stage())
                        .isEqualTo(Stage.SETTLED));
    }

    private Preview preview(Change change) {
        PreviewAnswer answer = changes.preview(OPS, change).join();
        assertThat(answer).isInstanceOf(PreviewAnswer.Ready.class);
        return ((PreviewAnswer.Ready) answer).preview();
    }

    private void shows(Predicate<Workload> expected) {
        await().atMost(SOON)
                .until(() -> store.current().workload(AGENT).filter(expected).isPresent());
    }

    /** Name and uid of each. */
    private List<String> pods() {
        return Stream.of(kubectl.run(
                                "get",
                                "pods",
                                "-n",
                                NAMESPACE,
                                "-o",
                                "jsonpath={range .items[*]}{.metadata.name} {.metadata.uid}{\"\\n\"}{end}")
                        .split("\n"))
                .filter(line -> !line.isBlank())
                .sorted()
                .toList();
    }

    private String decided() {
        return kubectl.run(
                "get",
                "deployment",
                "agent",
                "-n",
                NAMESPACE,
                "-o",
                "jsonpath={.metadata.generation}{.metadata.labels}{.spec}");
    }

    private static String name(String pod) {
        return pod.substring(0, pod.indexOf(' '));
    }

    private static String uid(String pod) {
        return pod.substring(pod.indexOf(' ') + 1);
    }
}
