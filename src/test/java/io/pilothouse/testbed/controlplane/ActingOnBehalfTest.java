package io.pilothouse.testbed.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the chart's rules let the console's account do for people, asked of the real API server. */
@ExtendWith(ControlPlaneExtension.class)
class ActingOnBehalfTest {

    private static final String NAMESPACE = "shop";
    private static final String NAME = "acted-upon";
    private static final PatchContext DRY_RUN = new PatchContext.Builder()
            .withDryRun(List.of("All"))
            .withPatchType(PatchType.JSON_MERGE)
            .build();
    private static final String THREE_REPLICAS = "{\"spec\":{\"replicas\":3}}";

    private final ControlPlane plane;
    private final KubernetesClient admin;
    private final KubernetesClient console;
    private final KubernetesClient asOps;
    private final KubernetesClient asDev;

    ActingOnBehalfTest(ControlPlane plane) {
        this.plane = plane;
        this.admin = plane.client(Account.ADMIN);
        this.console = plane.client(Account.CONSOLE);
        this.asOps = onBehalfOf(Account.OPS);
        this.asDev = onBehalfOf(Account.DEV);
    }

    @BeforeEach
    void deploy() {
        admin.resource(deployment()).serverSideApply();
        await().ignoreExceptionsInstanceOf(KubernetesClientException.class).until(() -> scale(asOps) == 3);
    }

    @AfterEach
    void close() {
        deployment(admin).delete();
        Stream.of(admin, console, asOps, asDev).forEach(KubernetesClient::close);
    }

    @Test
    void scalesForWhoMayAndForNobodyElse() {
        refused(() -> scale(asDev), "deployments.apps \"acted-upon\" is forbidden");
        refused(() -> scale(console), "\"pilothouse-console\" cannot patch resource \"deployments/scale\"");
    }

    @Test
    void doesNothingThatNoChangeNeedsEvenForWhoMayDoEverything() {
        refused(() -> deployment(asOps).delete(), "impersonate-on:user-info:delete");
        refused(() -> asOps.secrets().inNamespace(NAMESPACE).list(), "impersonate-on:user-info:list");
        refused(() -> asOps.pods().inNamespace(NAMESPACE).list(), "impersonate-on:user-info:list");
        assertThat(deployment(admin).get()).isNotNull();
    }

    @Test
    void theAuditLogOfTheApiServerNamesThePerson() {
        await().untilAsserted(() -> assertThat(auditedPatches()).anySatisfy(event -> {
            assertThat(event.at("/user/username").asString()).isEqualTo(Account.CONSOLE.user());
            assertThat(event.at("/impersonatedUser/username").asString()).isEqualTo(Account.OPS.user());
            assertThat(event.at("/impersonatedUser/groups/0").asString()).isEqualTo(Account.OPS.group());
            assertThat(event.at("/responseStatus/code").asInt()).isEqualTo(200);
        }));
    }

    private List<JsonNode> auditedPatches() throws IOException {
        try (Stream<String> lines = Files.lines(plane.files().auditLog())) {
            return lines.filter(line -> line.contains(NAME) && line.contains("\"verb\":\"patch\""))
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        }
    }

    private KubernetesClient onBehalfOf(Account person) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(plane.config(Account.CONSOLE))
                        .withImpersonateUsername(person.user())
                        .withImpersonateGroups(person.group())
                        .build())
                .build();
    }

    /** How many replicas the dry run would leave. */
    private static int scale(KubernetesClient client) {
        return client.resource(deployment())
                .subresource("scale")
                .patch(DRY_RUN, THREE_REPLICAS)
                .getSpec()
                .getReplicas();
    }

    private static RollableScalableResource<Deployment> deployment(KubernetesClient client) {
        return client.apps().deployments().inNamespace(NAMESPACE).withName(NAME);
    }

    private static void refused(ThrowingCallable request, String words) {
        assertThatThrownBy(request).isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
            assertThat(refusal.getCode()).isEqualTo(403);
            assertThat(refusal.getMessage()).contains(words);
        });
    }

    private static Deployment deployment() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withReplicas(0)
                .withNewSelector()
                .addToMatchLabels("app", NAME)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", NAME)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("none")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
