package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.NodeFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.RevisionFacts;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunsAlongside
@ExtendWith(ControlPlaneExtension.class)
class WatchedHistoryTest {

    private static final AtomicInteger NAMESPACES = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);
    private static final Map<String, String> LABELS = Map.of("app", "orders");

    private final KubernetesClient admin;
    private final Adapter adapter;
    private final String namespace = "history-" + NAMESPACES.incrementAndGet();

    WatchedHistoryTest(ControlPlane plane) {
        this.admin = plane.client(Account.ADMIN);
        this.adapter = new Adapter(plane.files().kubeconfig(Account.CONSOLE));
    }

    @BeforeEach
    void listed() {
        admin.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        await().atMost(SOON).until(adapter::fresh);
    }

    @AfterEach
    void end() {
        adapter.close();
        admin.namespaces().withName(namespace).delete();
        admin.close();
    }

    @Test
    void aDeploymentsReplicaSetsAreItsRevisions() {
        String uid = deploy("registry.example/orders:1.0.0");
        await().atMost(SOON).until(() -> revisions(uid).size() == 1);
        deploy("registry.example/orders:1.1.0");
        // the controller numbers them in the order in which it notices them, and may have to correct itself
        await().atMost(SOON)
                .until(() -> revisions(uid).stream().map(Revision::number).toList(), List.of(1L, 2L)::equals);

        Revision first = revisions(uid).getFirst();
        Revision second = revisions(uid).getLast();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.images()).containsExactly("registry.example/orders:1.0.0");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.template()).containsEntry("spec.containers[orders].image", "registry.example/orders:1.1.0");
        assertThat(second.template().keySet()).noneMatch(path -> path.contains("pod-template-hash"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pods())
                        .anySatisfy(pod -> assertThat(pod.revision()).contains(second.hash())));

        deploy("registry.example/orders:1.0.0");
        await().atMost(SOON).until(() -> revisions(uid).getLast().number() == 3);
        assertThat(revisions(uid).getLast().earlier()).containsExactly(1L);
    }

    @Test
    void aStatefulSetsControllerRevisionsAreItsRevisions() {
        String uid = admin.apps()
                .statefulSets()
                .resource(new StatefulSetBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("inventory")
                        .endMetadata()
                        .withNewSpec()
                        .withSelector(selector())
                        .withTemplate(template("registry.example/inventory:2"))
                        .endSpec()
                        .build())
                .create()
                .getMetadata()
                .getUid();

        await().atMost(SOON).until(() -> revisions(uid).size() == 1);
        Revision revision = revisions(uid).getFirst();
        assertThat(revision.images()).containsExactly("registry.example/inventory:2");
        assertThat(revision.template()).containsEntry("metadata.labels.app", "orders");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(pods())
                        .anySatisfy(pod -> assertThat(pod.revision()).contains(revision.hash())));
    }

    @Test
    void eventsComeNewestFirstAndLeaveTheRestOfTheNamespaceAsItWas() {
        String uid = deploy("registry.example/orders:1.0.0");
        await().atMost(SOON)
                .until(() -> events().stream().anyMatch(event -> event.reason().equals("FailedScheduling"))
                        && revisions(uid).size() == 1);
        Event unschedulable = events().stream()
                .filter(event -> event.reason().equals("FailedScheduling"))
                .findFirst()
                .orElseThrow();
        assertThat(unschedulable.type()).isEqualTo(Event.Type.WARNING);
        assertThat(unschedulable.subject().kind()).isEqualTo("Pod");
        assertThat(unschedulable.source()).isEqualTo("default-scheduler");
        NamespaceFacts before = facts().orElseThrow();

        record("tomorrow", Instant.now().plus(Duration.ofDays(1)));

        await().atMost(SOON).until(() -> events().getFirst().name().equals("tomorrow"));
        assertThat(facts().orElseThrow().pods()).isSameAs(before.pods());
        assertThat(facts().orElseThrow().revisions()).isSameAs(before.revisions());
    }

    @Test
    void aNodeTellsWhatItHasAndWhatKeepsPodsAway() {
        String name = "node-of-" + namespace;
        admin.nodes()
                .resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("topology.kubernetes.io/zone", "z")
                        .endMetadata()
                        .withNewSpec()
                        .withUnschedulable(true)
                        .addNewTaint()
                        .withKey("dedicated")
                        .withValue("kafka")
                        .withEffect("NoSchedule")
                        .endTaint()
                        .endSpec()
                        .build())
                .create();
        // the node controller writes to a new node as well
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .untilAsserted(() -> admin.nodes()
                        .withName(name)
                        .editStatus(node -> new NodeBuilder(node)
                                .withNewStatus()
                                .withAllocatable(Map.of(
                                        "cpu",
                                        new Quantity("3920m"),
                                        "memory",
                                        new Quantity("8Gi"),
                                        "pods",
                                        new Quantity("110")))
                                .addNewCondition()
                                .withType("DiskPressure")
                                .withStatus("True")
                                .withMessage("kubelet has disk pressure")
                                .endCondition()
                                .endStatus()
                                .build()));

        await().atMost(SOON)
                .until(() -> node(name).filter(node -> node.podLimit() == 110).isPresent());
        NodeFacts node = node(name).orElseThrow();
        assertThat(node.zone()).contains("z");
        assertThat(node.cordoned()).isTrue();
        assertThat(node.allocatable()).isEqualTo(new Resources(3920, 8L << 30));
        assertThat(node.taints()).contains(new Node.Taint("dedicated", "kafka", "NoSchedule"));
        assertThat(node.conditions())
                .contains(
                        new Node.Condition("DiskPressure", "True", "", "kubelet has disk pressure", Optional.empty()));
        admin.nodes().withName(name).delete();
        await().atMost(SOON).until(() -> node(name).isEmpty());
    }

    private String deploy(String image) {
        return admin.apps()
                .deployments()
                .resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("orders")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(1)
                        .withSelector(selector())
                        .withTemplate(template(image))
                        .endSpec()
                        .build())
                .serverSideApply()
                .getMetadata()
                .getUid();
    }

    private void record(String name, Instant at) {
        admin.v1()
                .events()
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withType("Normal")
                        .withReason("Tested")
                        .withAction("Test")
                        .withEventTime(new MicroTime(MICROSECONDS.format(at)))
                        .withReportingComponent("test")
                        .withReportingInstance("test-1")
                        .withNewInvolvedObject()
                        .withKind("Deployment")
                        .withNamespace(namespace)
                        .withName("orders")
                        .endInvolvedObject()
                        .build())
                .create();
    }

    private static LabelSelector selector() {
        return new LabelSelectorBuilder().withMatchLabels(LABELS).build();
    }

    private static PodTemplateSpec template(String image) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("orders")
                .withImage(image)
                .endContainer()
                .endSpec()
                .build();
    }

    /** The oldest first. */
    private List<Revision> revisions(String workload) {
        return facts().stream()
                .flatMap(facts -> facts.revisions().stream())
                .filter(facts -> facts.workload().equals(workload))
                .map(RevisionFacts::revision)
                .sorted(Comparator.comparing(Revision::number))
                .toList();
    }

    private List<PodFacts> pods() {
        return facts().map(NamespaceFacts::pods).orElse(List.of());
    }

    private List<Event> events() {
        return facts().map(NamespaceFacts::events).orElse(List.of());
    }

    private Optional<NamespaceFacts> facts() {
        return adapter.namespace(namespace);
    }

    private Optional<NodeFacts> node(String name) {
        return adapter.current()
                .known()
                .flatMap(state -> Optional.ofNullable(state.nodes().get(name)));
    }
}
