package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool of brokers is scaled up, is not scaled down while its brokers hold replicas, and is when they hold none. */
@InBrowser
class NodePoolTest {

    private static final double LIMIT = 120_000;
    private static final String TOPIC = "held-by-extra";
    private static final String POOL = """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaNodePool
            metadata: {name: extra, namespace: kafka, labels: {strimzi.io/cluster: main}, annotations: {strimzi.io/next-node-ids: "[100-199]"}}
            spec:
              replicas: 1
              roles: [broker]
              resources: {requests: {cpu: 100m, memory: 512Mi}, limits: {memory: 1Gi}}
              storage: {type: ephemeral}
            """;

    private final LocalPlatform platform;
    private final Kubectl kubectl;
    private final RunningConsole console;
    private final SharedBrowser browser;

    NodePoolTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.kubectl = new Kubectl(platform);
        this.console = console;
        this.browser = browser;
    }

    @Test
    void aPoolIsScaledUpAndDownUnlessItsBrokersHoldReplicas(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("pool.yaml"), POOL);
        kubectl.run("apply", "-f", file.toString());
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()))) {
            page.navigate(console.url() + "/clusters/kafka/main?tab=pools");
            scale(page, 2, "Scale to 2");
            assertThat(page.locator("vaadin-dialog .ph-progress"))
                    .containsText("2 of 2 nodes are up: 100, 101", soon());
            closeDialog(page);

            button(page.locator("main"), "^Actions of extra$").click();
            page.locator(".ph-action-list").getByText("Change resources").click();
            page.locator("vaadin-dialog")
                    .getByLabel("CPU request", new Locator.GetByLabelOptions().setExact(true))
                    .fill("150m");
            assertThat(page.locator("vaadin-dialog")).containsText("spec.resources.requests.cpu: 150m", soon());
            confirm(page, "Change resources");
            assertThat(page.locator("vaadin-dialog .ph-progress")).containsText("All 2 nodes have it", soon());
            page.keyboard().press("Escape");

            NewTopic topic = new NewTopic(TOPIC, Map.of(0, List.of(101)));
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
            page.navigate(console.url() + "/clusters/kafka/main/brokers/101?tab=partitions");
            page.locator("main").getByText(TOPIC).first().waitFor();
            page.navigate(console.url() + "/clusters/kafka/main?tab=pools");
            choose(page, 1);
            assertThat(page.locator("vaadin-dialog .ph-review"))
                    .containsText("The operator refuses while those that go hold replicas", soon());
            assertThat(page.locator("vaadin-dialog")).containsText("broker 101 holds 1 replicas");
            closeDialog(page);

            kubectl.run("scale", "-n", "kafka", "kafkanodepool/extra", "--replicas=1");
            assertThat(page.locator("main")).containsText("the operator keeps 2 nodes, where 1 are asked for", soon());
            kubectl.run("scale", "-n", "kafka", "kafkanodepool/extra", "--replicas=2");
            admin.deleteTopics(List.of(TOPIC)).all().get(30, TimeUnit.SECONDS);

            page.navigate(console.url() + "/clusters/kafka/main/brokers/101?tab=partitions");
            assertThat(page.locator("main").getByText("Partitions 0").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT));

            page.navigate(console.url() + "/clusters/kafka/main?tab=pools");
            scale(page, 1, "Scale to 1");
            assertThat(page.locator("vaadin-dialog .ph-progress")).containsText("1 of 1 nodes are up: 100", soon());
        } finally {
            kubectl.run("delete", "-n", "kafka", "kafkanodepool/extra");
        }
        page.context().close();
        await().atMost(Duration.ofMillis((long) LIMIT))
                .until(() ->
                        !kubectl.run("get", "pods", "-n", "kafka", "-o", "name").contains("extra"));
    }

    private static void scale(Page page, int nodes, String button) {
        choose(page, nodes);
        confirm(page, button);
    }

    private static void confirm(Page page, String words) {
        Locator confirm = button(page.locator("vaadin-dialog"), "^" + words + "( all the same)?$");
        assertThat(confirm).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(LIMIT));
        confirm.click();
    }

    private static void choose(Page page, int nodes) {
        button(page.locator("main"), "^Actions of extra$").click();
        page.locator(".ph-action-list").getByText("Scale pool").click();
        page.locator("vaadin-dialog vaadin-integer-field input").fill(String.valueOf(nodes));
    }

    private static Locator button(Locator part, String words) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(words)));
    }

    private static void closeDialog(Page page) {
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog vaadin-integer-field")).isHidden();
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LIMIT);
    }
}
