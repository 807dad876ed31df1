package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Look;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.FieldChange;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.UsesLocalPlatform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of rollouts, events and budgets agrees with what kubectl says of them. */
@UsesLocalPlatform
class ServicesWitnessTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Sight EVERYTHING = new Sight(EnumSet.allOf(ReadableKind.class), Map.of(), Set.of());
    private static final WorkloadId SHIPPING = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "shipping");

    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");

    private final Kubectl kubectl;
    private final FleetStore store;

    ServicesWitnessTest(LocalPlatform platform, RunningConsole console) {
        kubectl = new Kubectl(platform);
        store = console.bean(FleetStore.class);
    }

    @BeforeEach
    void inThePicture() {
        await().atMost(SOON)
                .until(() -> store.current().workload(SHIPPING).isPresent()
                        && store.current().workload(ORDERS).isPresent());
    }

    @Test
    void aRolloutAndTheWayBackAreInTheHistory() {
        await().atMost(SOON).until(() -> history().size() == rollouts().size());
        long before = rollouts().getFirst().revision().number();

        kubectl.run("set", "env", "-n", "shop", "deployment/shipping", "LOG_LEVEL=DEBUG");
        try {
            await().atMost(SOON).until(() -> rollouts().getFirst().revision().number() == before + 1);
            assertThat(rollouts().getFirst().changes())
                    .contains(new FieldChange(
                            "spec.containers[shipping].env[LOG_LEVEL].value",
                            Optional.of("INFO"),
                            Optional.of("DEBUG")));
            kubectl.run("rollout", "status", "-n", "shop", "deployment/shipping", "--timeout=60s");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(rollouts().getFirst().pods()).contains(2));
            assertThat(rollouts().stream()
                            .map(rollout -> rollout.revision().number())
                            .toList()
                            .reversed())
                    .isEqualTo(history());
        } finally {
            kubectl.run("rollout", "undo", "-n", "shop", "deployment/shipping");
        }
        await().atMost(SOON).until(() -> rollouts().getFirst().revision().number() == before + 2);
        assertThat(rollouts().getFirst().revision().earlier()).contains(before);
        kubectl.run("rollout", "status", "-n", "shop", "deployment/shipping", "--timeout=60s");
    }

    @Test
    void itsEventsAreThoseThatKubectlLists() {
        await().atMost(SOON).untilAsserted(() -> {
            List<String> witness = kubectl.run(
                            "get",
                            "events",
                            "-n",
                            "shop",
                            "--field-selector=involvedObject.kind=Deployment,involvedObject.name=shipping",
                            "-o",
                            "jsonpath={range .items[*]}{.metadata.name} {.reason}{\"\\n\"}{end}")
                    .lines()
                    .toList();
            assertThat(witness).isNotEmpty();
            assertThat(events().stream()
                            .filter(event -> event.subject().equals(new Event.Subject("Deployment", "shipping")))
                            .map(event -> event.name() + " " + event.reason()))
                    .containsExactlyInAnyOrderElementsOf(witness);
        });
        assertThat(events())
                .anyMatch(event ->
                        event.subject().kind().equals("Pod") && event.reason().equals("Started"));
        assertThat(events()).isSortedAccordingTo((one, other) -> other.last().compareTo(one.last()));
    }

    @Test
    void howManyPodsMayBeEvictedIsWhatTheBudgetAllows() {
        await().atMost(SOON).untilAsserted(() -> {
            String allowed =
                    kubectl.run("get", "pdb", "-n", "shop", "orders", "-o", "jsonpath={.status.disruptionsAllowed}");
            assertThat(workload(ORDERS).budgets())
                    .singleElement()
                    .satisfies(budget -> assertThat(budget.allowed()).isEqualTo(Integer.parseInt(allowed)));
        });
    }

    @Test
    void whatABrokerKeepsOutlivesItsPodOnTheVolumesThatKubectlNames() {
        WorkloadId brokers = new WorkloadId("kafka", WorkloadKind.STRIMZI_POD_SET, "main-brokers");
        await().atMost(SOON).untilAsserted(() -> {
            List<String> witness = kubectl.run(
                            "get",
                            "pvc",
                            "-n",
                            "kafka",
                            "-o",
                            "jsonpath={range .items[*]}{.metadata.name} {.status.phase} {.status.capacity.storage}"
                                    + " {.spec.storageClassName} {.spec.volumeName}{\"\\n\"}{end}")
                    .lines()
                    .toList();
            assertThat(witness).hasSize(3);
            assertThat(fleet().fleet().workload(brokers).stream()
                            .flatMap(workload -> workload.pods().stream())
                            .flatMap(pod -> pod.volumes().stream())
                            .map(ServicesWitnessTest::asKubectlWrites))
                    .containsExactlyInAnyOrderElementsOf(witness);
        });
    }

    @Test
    void whatLeadsToItsPodsAreTheServicesThatSelectThem() {
        WorkloadId brokers = new WorkloadId("kafka", WorkloadKind.STRIMZI_POD_SET, "main-brokers");
        await().atMost(SOON).untilAsserted(() -> {
            List<String> witness = kubectl.run(
                            "get",
                            "svc",
                            "-n",
                            "kafka",
                            "-o",
                            "jsonpath={range .items[*]}{.metadata.name}{range .spec.ports[*]} {.port}{end}{\"\\n\"}{end}")
                    .lines()
                    .toList();
            assertThat(witness).isNotEmpty();
            assertThat(workload(brokers).networkServices().stream()
                            .map(service -> service.name()
                                    + service.ports().stream()
                                            .map(port -> " " + port.number())
                                            .collect(Collectors.joining())))
                    .containsExactlyInAnyOrderElementsOf(witness);
        });
    }

    private static String asKubectlWrites(Volume volume) {
        return String.join(
                " ",
                volume.claim(),
                volume.phase() == Volume.Phase.BOUND ? "Bound" : volume.phase().name(),
                (volume.size().orElseThrow().bytes() >> 30) + "Gi",
                volume.storageClass().orElseThrow(),
                volume.volume().orElseThrow());
    }

    private List<Long> history() {
        return kubectl.run("rollout", "history", "-n", "shop", "deployment/shipping")
                .lines()
                .filter(line -> line.matches("\\d+ .*"))
                .map(line -> Long.valueOf(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    private List<Rollout> rollouts() {
        return seen(Rollout.of(workload(SHIPPING), fleet()));
    }

    private List<Event> events() {
        return seen(ServiceEvents.of(workload(SHIPPING), fleet()));
    }

    private Workload workload(WorkloadId id) {
        return fleet().fleet().workload(id).orElseThrow();
    }

    private VisibleFleet fleet() {
        return new VisibleFleet(store.current(), EVERYTHING);
    }

    private static <T> T seen(Look<T> look) {
        return ((Look.Seen<T>) look).content();
    }
}
