package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A second Kafka cluster is deployed from the form, is written to and read from, and is deleted again. */
@InBrowser
class DeployTest {

    private static final double LIMIT = 180_000;
    private static final String NAME = "orders-eu";
    private static final String TOPIC = "orders";

    private final Kubectl kubectl;
    private final RunningConsole console;
    private final SharedBrowser browser;

    DeployTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.kubectl = new Kubectl(platform);
        this.console = console;
        this.browser = browser;
    }

    @Test
    void aClusterIsDeployedUsedAndDeleted() throws Exception {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + "/clusters");
        button(page.locator("main"), "^Deploy Kafka$").click();
        assertThat(page.locator("h1")).containsText("Deploy Kafka");
        assertThat(field(page, "Namespace")).hasValue("kafka");
        assertThat(button(page.locator("main"), "^Deploy$")).isDisabled();

        type(page, "Name", "main");
        assertThat(page.locator("main")
                        .getByText("There is a Kafka cluster of this name already")
                        .first())
                .isVisible();
        type(page, "Name", NAME);
        type(page, "Name of the pool", "eu");
        type(page, "CPU of each", "100m");
        type(page, "Memory of each", "half");
        assertThat(page.locator("main")
                        .getByText("An amount above none, like 500m or 2Gi")
                        .first())
                .isVisible();
        type(page, "Memory of each", "512Mi");
        type(page, "Storage class", "local-zonal");
        assertThat(page.locator(".ph-design-yaml")).containsText("name: " + NAME);
        assertThat(page.locator(".ph-design-yaml")).containsText("class: local-zonal");
        try {
            button(page.locator("main"), "^Deploy$").click();
            assertThat(page.locator("vaadin-dialog")).containsText("Strimzi's operator is there", soon());
            confirm(page, "Deploy");
            assertThat(page.locator("vaadin-dialog .ph-progress .ph-state")).containsText("Settled", soon());
            assertThat(page.locator("vaadin-dialog .ph-progress")).containsText("3 of 3 nodes are ready");

            use(kubectl.run(
                    "get", "-n", "kafka", "kafka/" + NAME, "-o", "jsonpath={.status.listeners[0].bootstrapServers}"));

            page.navigate(console.url() + "/clusters/kafka/" + NAME);
            assertThat(page.locator("main")).containsText("All 3 brokers are up", soon());
            button(page.locator("main"), "^More$").click();
            page.locator(".ph-action-list").getByText("Delete cluster…").click();
            page.locator("vaadin-dialog input").first().fill(NAME);
            assertThat(page.locator("vaadin-dialog")).containsText("Its claims stay", soon());
            confirm(page, "Delete cluster");
            assertThat(page.locator("vaadin-dialog .ph-progress .ph-state")).containsText("Settled", soon());
        } finally {
            kubectl.run("delete", "-n", "kafka", "kafka/" + NAME, "kafkanodepool/eu", "--ignore-not-found");
            kubectl.run("delete", "-n", "kafka", "pvc", "-l", "strimzi.io/cluster=" + NAME);
        }
        page.context().close();
        await().atMost(Duration.ofMillis((long) LIMIT))
                .until(() ->
                        !kubectl.run("get", "pods", "-n", "kafka", "-o", "name").contains(NAME));
    }

    /** As a client of the new cluster would. */
    private static void use(String bootstrapServers) throws Exception {
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(connection);
                var producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "group.id", "reader",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 3))).all().get(30, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>(TOPIC, "key", "first")).get(30, TimeUnit.SECONDS);
            consumer.subscribe(List.of(TOPIC));
            await().atMost(Duration.ofSeconds(60))
                    .pollInSameThread()
                    .until(() -> consumer.poll(Duration.ofSeconds(1)).count() > 0);
        }
    }

    private static void type(Page page, String field, String value) {
        field(page, field).fill(value);
    }

    private static Locator field(Page page, String label) {
        return page.locator("main").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void confirm(Page page, String words) {
        Locator confirm = button(page.locator("vaadin-dialog"), "^" + words + "( all the same)?$");
        assertThat(confirm).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(LIMIT));
        confirm.click();
    }

    private static Locator button(Locator part, String words) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(words)));
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LIMIT);
    }
}
