package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneExtension;
import io.pilothouse.testbed.controlplane.Part;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunsAlongside
@ExtendWith(ControlPlaneExtension.class)
class WatchedKubernetesTest {

    private static final AtomicInteger NAMESPACES = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ControlPlane plane;
    private final KubernetesClient admin;
    private final Adapter adapter;
    private final String namespace = "watched-" + NAMESPACES.incrementAndGet();

    WatchedKubernetesTest(ControlPlane plane) {
        this.plane = plane;
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
    void aDeploymentsPodsBelongToItThroughTheirReplicaSet() {
        Deployment orders = deploy("orders", 2);
        await().atMost(SOON).until(() -> pods().size() == 2);

        assertThat(pods()).allSatisfy(pod -> {
            assertThat(pod.owner()).contains(orders.getMetadata().getUid());
            assertThat(pod.phase()).isEqualTo("Pending");
            assertThat(pod.restarts().complete()).isTrue();
        });
        await().untilAsserted(() -> assertThat(pods())
                .allSatisfy(pod -> assertThat(pod.unschedulable())
                        .hasValueSatisfying(words -> assertThat(words).contains("no nodes available"))));
        WorkloadFacts facts = workload("orders");
        assertThat(facts.id()).isEqualTo(new WorkloadId(namespace, WorkloadKind.DEPLOYMENT, "orders"));
        assertThat(facts.images()).containsExactly("registry.example/orders:1.4.2");
        assertThat(facts.team()).contains("shop");
        await().untilAsserted(() -> {
            assertThat(workload("orders").replicas().desired()).isEqualTo(2);
            assertThat(workload("orders").replicas().ready()).isZero();
            assertThat(workload("orders").replicas().observed()).isTrue();
        });

        runAndCrash(Objects.requireNonNull(
                admin.pods().inNamespace(namespace).list().getItems().getFirst()));
        await().untilAsserted(() -> assertThat(pods()).anySatisfy(pod -> {
            assertThat(pod.ready()).isTrue();
            assertThat(pod.address()).contains("127.1.200.1");
            assertThat(pod.restarts().count()).isEqualTo(3);
            assertThat(pod.containers().getFirst().lastExit())
                    .hasValueSatisfying(exit -> assertThat(exit.reason()).isEqualTo("OOMKilled"));
        }));
        await().until(() -> workload("orders").replicas().ready() == 1);

        admin.apps().deployments().inNamespace(namespace).withName("orders").delete();
        await().atMost(SOON).until(() -> pods().isEmpty());
        assertThat(facts().map(NamespaceFacts::workloads).orElse(List.of())).isEmpty();
    }

    @Test
    void aPatchIsInThePictureWithinThreeTenthsOfASecond() {
        deploy("orders", 0);
        await().atMost(SOON).until(() -> facts().isPresent());
        for (int patch = 1; patch <= 20; patch++) {
            String team = "team-" + patch;
            admin.apps()
                    .deployments()
                    .inNamespace(namespace)
                    .withName("orders")
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"metadata\":{\"labels\":{\"app.kubernetes.io/part-of\":\"" + team + "\"}}}");
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMillis(300))
                    .until(() -> team.equals(workload("orders").labels().get("app.kubernetes.io/part-of")));
        }
    }

    @Test
    void whatDidNotChangeIsTheSameInstance() {
        deploy("orders", 1);
        await().atMost(SOON).until(() -> pods().size() == 1);
        await().untilAsserted(() -> assertThat(facts())
                .hasValueSatisfying(before -> assertThat(facts().orElseThrow()).isSameAs(before)));
        NamespaceFacts shop = adapter.namespace("kube-system").orElse(facts().orElseThrow());
        NamespaceFacts before = facts().orElseThrow();
        deploy("payments", 0);
        await().atMost(SOON).until(() -> facts().orElseThrow().workloads().size() == 2);
        assertThat(facts().orElseThrow()).isNotSameAs(before);
        assertThat(adapter.namespace("kube-system").orElse(shop)).isSameAs(shop);
    }

    @Test
    void anAutoscalerNamesWhatItScales() {
        deploy("storefront", 1);
        admin.autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(namespace)
                .resource(new HorizontalPodAutoscalerBuilder()
                        .withNewMetadata()
                        .withName("storefront")
                        .endMetadata()
                        .withNewSpec()
                        .withNewScaleTargetRef("apps/v1", "Deployment", "storefront")
                        .withMinReplicas(2)
                        .withMaxReplicas(6)
                        .endSpec()
                        .build())
                .create();
        await().atMost(SOON)
                .until(() -> facts().map(NamespaceFacts::autoscalers)
                        .filter(found -> !found.isEmpty())
                        .isPresent());
        var autoscaler = facts().orElseThrow().autoscalers().getFirst();
        assertThat(autoscaler.target()).isEqualTo(new WorkloadId(namespace, WorkloadKind.DEPLOYMENT, "storefront"));
        assertThat(autoscaler.autoscaling().minimum()).isEqualTo(2);
        assertThat(autoscaler.autoscaling().maximum()).isEqualTo(6);
    }

    @Test
    void aCronJobsPodsBelongToItThroughTheirJob() {
        CronJob export = admin.batch()
                .v1()
                .cronjobs()
                .inNamespace(namespace)
                .resource(Serialization.unmarshal("""
                        metadata: {name: export}
                        spec:
                          schedule: 0 4 * * *
                          suspend: true
                          jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: main, image: 'e:1'}]}}}}
                        """, CronJob.class))
                .create();
        admin.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .resource(new JobBuilder()
                        .withNewMetadata()
                        .withName("export-by-hand")
                        .addNewOwnerReference()
                        .withApiVersion("batch/v1")
                        .withKind("CronJob")
                        .withName("export")
                        .withUid(export.getMetadata().getUid())
                        .withController(true)
                        .endOwnerReference()
                        .endMetadata()
                        .withSpec(export.getSpec().getJobTemplate().getSpec())
                        .build())
                .create();

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(pods())
                    .singleElement()
                    .satisfies(pod -> assertThat(pod.owner())
                            .contains(export.getMetadata().getUid()));
            assertThat(facts().orElseThrow().workloads())
                    .singleElement()
                    .satisfies(workload -> assertThat(workload.id())
                            .isEqualTo(new WorkloadId(namespace, WorkloadKind.CRON_JOB, "export")));
            assertThat(workload("export").batch().orElseThrow().runs())
                    .singleElement()
                    .satisfies(run -> assertThat(run.active()).isEqualTo(1));
        });
    }

    @Test
    void whatAQuotaRefusesIsInThePictureWithTheQuota() {
        admin.resourceQuotas()
                .inNamespace(namespace)
                .resource(new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("few")
                        .endMetadata()
                        .withNewSpec()
                        .addToHard("pods", new Quantity("1"))
                        .endSpec()
                        .build())
                .create();
        await().atMost(SOON)
                .until(() -> admin.resourceQuotas()
                                .inNamespace(namespace)
                                .withName("few")
                                .get()
                                .getStatus()
                                .getUsed()
                        != null);
        deploy("orders", 2);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(facts().orElseThrow().quotas())
                    .containsExactly(new Quota(
                            "few",
                            List.of(new Quota.Amount("pods", Optional.of(BigDecimal.ONE), BigDecimal.ONE)),
                            Optional.empty()));
            assertThat(workload("orders").replicaFailure())
                    .hasValueSatisfying(words ->
                            assertThat(words).contains("exceeded quota: few, requested: pods=1, used: pods=1"));
        });
    }

    @Test
    void kindsOfOperatorsAreNotMissedAndComeInWhenTheyAreInstalledLater() throws IOException {
        assertThat(adapter.current().known().orElseThrow().gaps()).isEmpty();
        try {
            load("operator-crds.yaml");
            await().atMost(SOON).ignoreExceptions().until(() -> {
                load("operator-objects.yaml");
                return true;
            });
            await().atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
                NamespaceFacts kafka = adapter.namespace("kafka").orElseThrow();
                assertThat(kafka.kafkas()).hasSize(1);
                assertThat(kafka.nodePools()).hasSize(1);
                assertThat(kafka.workloads())
                        .extracting(facts -> facts.id().kind())
                        .containsExactly(WorkloadKind.STRIMZI_POD_SET);
                assertThat(kafka.scaledObjects())
                        .extracting(ScaledObjectFacts::target)
                        .containsExactly(new WorkloadId("kafka", WorkloadKind.DEPLOYMENT, "worker"));
                StrimziResources operated = kafka.operated();
                assertThat(operated.topics())
                        .singleElement()
                        .satisfies(topic -> assertThat(topic.partitions()).contains(6));
                assertThat(operated.users()).hasSize(1);
                assertThat(operated.rebalances()).hasSize(1);
                assertThat(operated.connects()).hasSize(1);
                assertThat(operated.connectors()).hasSize(1);
            });
            assertThat(adapter.current().known().orElseThrow().gaps()).isEmpty();
        } finally {
            admin.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .list()
                    .getItems()
                    .forEach(crd -> admin.resource(crd).delete());
        }
        await().atMost(SOON)
                .until(() -> adapter.namespace("kafka")
                        .filter(kafka -> !kafka.kafkas().isEmpty())
                        .isEmpty());
        assertThat(adapter.current().known().orElseThrow().gaps()).isEmpty();
    }

    @Test
    void anApiServerThatGoesLeavesOldFactsAndIsFollowedAgainWhenItComesBack() {
        deploy("orders", 0);
        // its controller has done all that it does, so that nothing changes any more
        await().atMost(SOON)
                .until(() -> facts().filter(facts -> !facts.revisions().isEmpty())
                        .filter(facts -> facts.workloads().getFirst().replicas().observed())
                        .isPresent());
        NamespaceFacts before = facts().orElseThrow();

        plane.stop(Part.API_SERVER);
        try {
            await().atMost(Duration.ofSeconds(4)).until(() -> adapter.current() instanceof Observed.Stale);
            assertThat(facts().orElseThrow()).isSameAs(before);
            assertThat(adapter.current().problem().orElseThrow().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        } finally {
            plane.start(Part.API_SERVER);
            plane.awaitApiServer();
        }
        scale("orders", 7);
        await().atMost(Duration.ofSeconds(4)).until(() -> adapter.fresh() && desired("orders") == 7);
        assertThat(adapter.current().known().orElseThrow().gaps()).isEmpty();
        scale("orders", 3);
        await().atMost(Duration.ofSeconds(1)).until(() -> desired("orders") == 3);
    }

    @Test
    void aKindThatMayNotBeReadCostsThatKindAlone() {
        List<String> refused = List.of(
                "nodes",
                "persistentvolumeclaims",
                "resourcequotas",
                "services",
                "jobs",
                "storageclasses",
                "kafkatopics");
        var role = admin.rbac().clusterRoles().withName("pilothouse-console");
        var whole = Objects.requireNonNull(role.get());
        deploy("orders", 0);
        try {
            role.edit(present -> {
                present.getRules().forEach(rule -> rule.getResources().removeAll(refused));
                present.getRules().removeIf(rule -> rule.getResources().isEmpty());
                return present;
            });
            try (Adapter limited = new Adapter(plane.files().kubeconfig(Account.CONSOLE))) {
                await().atMost(SOON).until(limited::fresh);
                await().untilAsserted(() -> assertThat(
                                limited.current().known().orElseThrow().gaps())
                        .hasSize(refused.size())
                        .allSatisfy(gap -> {
                            assertThat(gap.kind()).isEqualTo(Failure.Kind.DENIED);
                            assertThat(refused).anyMatch(gap.summary()::contains);
                        }));
                assertThat(limited.namespace(namespace)).isPresent();

                role.edit(present -> {
                    present.setRules(whole.getRules());
                    return present;
                });
                await().atMost(Duration.ofSeconds(6))
                        .until(() ->
                                limited.current().known().orElseThrow().gaps().isEmpty());
            }
        } finally {
            role.edit(present -> {
                present.setRules(whole.getRules());
                return present;
            });
        }
    }

    @Test
    void itsOwnAccountMayReadNeitherSecretsNorConfigMaps() {
        try (KubernetesClient console = plane.client(Account.CONSOLE)) {
            for (String resource : List.of("secrets", "configmaps")) {
                SelfSubjectAccessReview review = new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb("list")
                        .withResource(resource)
                        .endResourceAttributes()
                        .endSpec()
                        .build();
                assertThat(console.resource(review).create().getStatus().getAllowed())
                        .as(resource)
                        .isFalse();
            }
        }
    }

    private Optional<NamespaceFacts> facts() {
        return adapter.namespace(namespace);
    }

    private List<PodFacts> pods() {
        return facts().map(NamespaceFacts::pods).orElse(List.of());
    }

    private WorkloadFacts workload(String name) {
        return facts().orElseThrow().workloads().stream()
                .filter(facts -> facts.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int desired(String deployment) {
        return workload(deployment).replicas().desired();
    }

    private void scale(String deployment, int replicas) {
        admin.apps().deployments().inNamespace(namespace).withName(deployment).edit(present -> {
            present.getSpec().setReplicas(replicas);
            return present;
        });
    }

    private Deployment deploy(String name, int replicas) {
        return admin.apps()
                .deployments()
                .inNamespace(namespace)
                .resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("app.kubernetes.io/part-of", "shop")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(replicas)
                        .withNewSelector()
                        .addToMatchLabels("app", name)
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .addToLabels("app", name)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("registry.example/" + name + ":1.4.2")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
    }

    /** Writes the status that a kubelet would write. */
    private void runAndCrash(Pod pod) {
        admin.resource(new PodBuilder(pod)
                        .editStatus()
                        .withPhase("Running")
                        .withPodIP("127.1.200.1")
                        .withConditions(new PodConditionBuilder()
                                .withType("Ready")
                                .withStatus("True")
                                .withLastTransitionTime("2026-01-01T10:00:00Z")
                                .build())
                        .withContainerStatuses(new ContainerStatusBuilder()
                                .withName("main")
                                .withImage("registry.example/orders:1.4.2")
                                .withImageID("sha256:1")
                                .withReady(true)
                                .withRestartCount(3)
                                .withState(new ContainerStateBuilder()
                                        .withNewRunning("2026-01-01T10:00:00Z")
                                        .build())
                                .withLastState(new ContainerStateBuilder()
                                        .withNewTerminated()
                                        .withExitCode(137)
                                        .withReason("OOMKilled")
                                        .withFinishedAt("2026-01-01T09:59:00Z")
                                        .endTerminated()
                                        .build())
                                .build())
                        .endStatus()
                        .build())
                .patchStatus();
    }

    private void load(String resource) throws IOException {
        try (InputStream in = WatchedKubernetesTest.class.getResourceAsStream(resource)) {
            admin.load(Objects.requireNonNull(in))
                    .items()
                    .forEach(item -> admin.resource(item).serverSideApply());
        }
    }
}
