package io.pilothouse.testbed.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.UsesLocalPlatform;
import io.pilothouse.testbed.controlplane.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop on the real platform: what it is there to show. */
@UsesLocalPlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SceneTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long SECONDS = 10;

    private final KubernetesClient client;
    private final Admin kafka;

    SceneTest(LocalPlatform platform) {
        client = platform.controlPlane().client(Account.ADMIN);
        kafka = Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()));
    }

    @AfterAll
    void close() {
        kafka.close();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "shipping"})
    void theMembersOfAGroupAreAtTheAddressesOfItsPods(String service) {
        await().atMost(SOON).untilAsserted(() -> {
            Set<String> pods = pods("shop", service).stream()
                    .map(pod -> pod.getStatus().getPodIP())
                    .collect(Collectors.toSet());
            Set<String> members = group(service).members().stream()
                    .map(member -> member.host().replace("/", ""))
                    .collect(Collectors.toSet());
            assertThat(members).isNotEmpty().isEqualTo(pods);
        });
    }

    @Test
    void theAutoscalerAddsReplicasToTheStorefrontByItself() {
        RollableScalableResource<Deployment> storefront =
                client.apps().deployments().inNamespace("shop").withName("storefront");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(client.top().pods().metrics("shop").getItems())
                                .anyMatch(pod -> pod.getMetadata().getName().startsWith("storefront-")));
        storefront.scale(2);
        await("too few at all times but the trough of the wave")
                .atMost(Duration.ofMinutes(4))
                .until(() -> storefront.get().getSpec().getReplicas() > 2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.v1()
                                .events()
                                .inNamespace("shop")
                                .withField("reason", "SuccessfulRescale")
                                .list()
                                .getItems())
                        .anyMatch(event -> event.getInvolvedObject().getName().equals("storefront")));
    }

    @Test
    void theCauseOfTheCrashLoopStandsInItsLog() {
        Pod broken = await().atMost(SOON)
                .until(
                        () -> pods("shop", "recommendations").stream()
                                .filter(pod -> pod.getSpec()
                                        .getContainers()
                                        .getFirst()
                                        .getImage()
                                        .endsWith(":2.8.0"))
                                .toList(),
                        list -> list.size() == 1)
                .getFirst();
        var pod =
                client.pods().inNamespace("shop").withName(broken.getMetadata().getName());
        await().atMost(SOON)
                .until(() ->
                        pod.get().getStatus().getContainerStatuses().getFirst().getRestartCount() > 0);
        assertThat(pod.getLog()).contains("MODEL_URL is not set");
        assertThat(pods("shop", "recommendations")).hasSize(3);
    }

    @Test
    void reportsWaitForANodeThatIsBigEnough() {
        assertThat(pods("shop", "reports"))
                .singleElement()
                .satisfies(pod -> assertThat(pod.getStatus().getConditions())
                        .extracting(PodCondition::getReason)
                        .containsExactly("Unschedulable"));
    }

    @Test
    void theServicesAreSpreadOverTheZones() {
        List<String> nodes = pods("shop", "payments").stream()
                .map(pod -> pod.getSpec().getNodeName())
                .toList();
        assertThat(nodes.stream().map(node -> node.substring(0, "node-a".length())))
                .doesNotHaveDuplicates();
    }

    private List<Pod> pods(String namespace, String service) {
        return client.pods()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/name", service)
                .list()
                .getItems();
    }

    private ConsumerGroupDescription group(String name) throws Exception {
        return Objects.requireNonNull(kafka.describeConsumerGroups(List.of(name))
                .all()
                .get(SECONDS, TimeUnit.SECONDS)
                .get(name));
    }
}
