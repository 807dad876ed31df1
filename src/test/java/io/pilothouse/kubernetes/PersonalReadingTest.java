package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.manifests.Manifest;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.spi.Unreadable;
import io.pilothouse.services.spi.ContainerLogs;
import io.pilothouse.services.spi.ContainerLogs.Ending;
import io.pilothouse.services.spi.ContainerLogs.Range;
import io.pilothouse.services.spi.ContainerLogs.Source;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.UsesLocalPlatform;
import io.pilothouse.testbed.controlplane.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read for one person at a time, against the real API server and kubelets, with kubectl as the witness. */
@UsesLocalPlatform
class PersonalReadingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");

    private final Kubectl kubectl;
    private final KubernetesClient admin;
    private final Adapter adapter;
    private final Heard heard = new Heard();

    PersonalReadingTest(LocalPlatform platform) {
        kubectl = new Kubectl(platform);
        admin = platform.controlPlane().client(Account.ADMIN);
        adapter = new Adapter(platform.controlPlane().files().kubeconfig(Account.CONSOLE));
    }

    @AfterEach
    void close() {
        adapter.close();
        admin.close();
    }

    @Test
    void aLogIsReadAndFollowedAsKubectlReadsIt() {
        Source source = podOf("orders");
        ContainerLogs.Reading reading = adapter.logs.open(source, new Range(20, Optional.empty(), false), heard);

        await().atMost(SOON).until(() -> heard.lines.size() >= 22);
        reading.close();

        List<String> witness = kubectl.run(
                        "logs", "-n", "shop", source.pod(), "-c", source.container(), "--timestamps", "--tail=200")
                .lines()
                .toList();
        assertThat(witness).containsAll(heard.lines.subList(0, 22));
        assertThat(heard.endings).isEmpty();
    }

    @Test
    void whatIsReadAgainBeginsAtTheGivenSecond() {
        Source source = podOf("orders");
        Instant since = Instant.now().minusSeconds(4);
        ContainerLogs.Reading reading = adapter.logs.open(source, new Range(5_000, Optional.of(since), false), heard);

        await().atMost(SOON).until(() -> heard.lines.size() >= 3);
        reading.close();

        assertThat(heard.times).allMatch(at -> !at.isBefore(since.minusSeconds(1)));
    }

    @Test
    void whatIsNotThereIsToldFromWhatFails() {
        Source source = podOf("orders");
        adapter.logs.open(new Source("shop", "orders-gone", "orders"), new Range(20, Optional.empty(), false), heard);
        adapter.logs.open(source, new Range(20, Optional.empty(), true), heard);

        await().atMost(SOON).until(() -> heard.endings.size() == 2);
        assertThat(heard.endings).containsOnly(new Ending.NotThere());
        assertThat(heard.lines).isEmpty();
    }

    @Test
    void whatACrashedContainerWroteIsReadToItsEnd() {
        Source source = crashed();
        adapter.logs.open(source, new Range(20, Optional.empty(), true), heard);

        await().atMost(SOON).until(() -> heard.endings.contains(new Ending.Complete()));
        assertThat(heard.lines).anyMatch(line -> line.contains("MODEL_URL is not set"));
    }

    @Test
    void anObjectIsReadWithoutWhatTheApiServerKeepsForItself() throws Unreadable {
        Manifest manifest = adapter.objects.read(ObjectReference.of(ORDERS)).orElseThrow();

        assertThat(manifest.desired()).startsWith("apiVersion: apps/v1\nkind: Deployment\n");
        assertThat(manifest.desired()).doesNotContain("managedFields", "last-applied-configuration", "\nstatus:");
        assertThat(manifest.whole()).contains("\nstatus:");
        Deployment witness = Objects.requireNonNull(admin.apps()
                .deployments()
                .inNamespace("shop")
                .withName("orders")
                .get());
        Deployment read = Serialization.unmarshal(manifest.desired(), Deployment.class);
        assertThat(read.getSpec()).isEqualTo(witness.getSpec());
        assertThat(read.getMetadata().getUid()).isEqualTo(witness.getMetadata().getUid());
    }

    @Test
    void anObjectThatIsGoneIsEmpty() throws Unreadable {
        assertThat(adapter.objects.read(
                        ObjectReference.of(new WorkloadId("shop", WorkloadKind.STATEFUL_SET, "nothing"))))
                .isEmpty();
        assertThat(adapter.objects.read(
                        ObjectReference.of(new WorkloadId("kafka", WorkloadKind.STRIMZI_POD_SET, "main-brokers"))))
                .hasValueSatisfying(brokers -> assertThat(brokers.desired()).contains("kind: StrimziPodSet"));
    }

    @Test
    void theRightToGetLogsIsAskedForTheSubresource() throws Undecided {
        Person dev = new Person(Account.DEV.user(), Set.of(Account.DEV.group()));
        await().atMost(SOON).until(adapter::fresh);

        assertThat(adapter.reviews.allows(dev, new Right("get", "", "pods/log", "shop", "")))
                .isTrue();
        assertThat(adapter.reviews.allows(dev, new Right("get", "", "pods/log", "kafka", "")))
                .isFalse();
        assertThat(adapter.reviews.allows(dev, new Right("create", "", "pods/exec", "shop", "")))
                .isFalse();
    }

    private Source podOf(String service) {
        String pod =
                admin.pods().inNamespace("shop").withLabel("app.kubernetes.io/name", service).list().getItems().stream()
                        .map(found -> found.getMetadata().getName())
                        .findFirst()
                        .orElseThrow();
        return new Source("shop", pod, service);
    }

    /** The scene's crash loop begins some time after its start. */
    private Source crashed() {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> admin
                                .pods()
                                .inNamespace("shop")
                                .withLabel("app.kubernetes.io/name", "recommendations")
                                .list()
                                .getItems()
                                .stream()
                                .filter(pod -> pod.getStatus().getContainerStatuses().stream()
                                        .anyMatch(status -> status.getRestartCount() > 0))
                                .map(pod -> new Source("shop", pod.getMetadata().getName(), "recommendations"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What the sink was told. */
    private static final class Heard implements ContainerLogs.Sink {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<Instant> times = new CopyOnWriteArrayList<>();
        private final List<Ending> endings = new CopyOnWriteArrayList<>();

        @Override
        public void line(Instant at, String text) {
            times.add(at);
            lines.add(at + " " + text);
        }

        @Override
        public void ended(Ending ending) {
            endings.add(ending);
        }
    }
}
