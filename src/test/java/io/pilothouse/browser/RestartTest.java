package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.base.ClusterId;
import io.pilothouse.clusters.RestartAnswer;
import io.pilothouse.clusters.RestartAnswer.Obstacle;
import io.pilothouse.clusters.RestartAnswer.Verdict;
import io.pilothouse.clusters.RestartRule;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Brokers are restarted one after another, and whether one may be is what happens when it goes. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {

    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String TOPIC = "restarted";
    private static final int PARTITIONS = 6;

    private final LocalPlatform platform;
    private final Kubectl kubectl;
    private final RunningConsole console;
    private final SharedBrowser browser;
    private final Admin admin;

    RestartTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.kubectl = new Kubectl(platform);
        this.console = console;
        this.browser = browser;
        this.admin = Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()));
    }

    @BeforeAll
    void make() throws Exception {
        NewTopic topic = new NewTopic(TOPIC, PARTITIONS, (short) 3).configs(Map.of("min.insync.replicas", "2"));
        admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
    }

    @AfterAll
    void remove() throws Exception {
        admin.deleteTopics(List.of(TOPIC)).all().get(30, TimeUnit.SECONDS);
        admin.close();
    }

    @Test
    void aClusterIsRestartedBrokerByBrokerWhileAProducerLosesNothing() {
        List<String> before = uids();
        IntStream.range(0, 3).forEach(broker -> awaitAnswer(broker, Verdict.YES));
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + "/clusters/kafka/main/brokers/0");
        assertThat(page.locator("main .ph-card")
                        .filter(new Locator.FilterOptions().setHasText("May it be restarted now?")))
                .containsText("Yes");

        page.navigate(console.url() + "/clusters/kafka/main?tab=brokers");
        try (SteadyProducer producer = new SteadyProducer(platform.kafka().bootstrapServers(), TOPIC)) {
            button(page.locator("main"), "^Restart cluster$").click();
            button(page.locator("vaadin-dialog"), "^Restart( 1 of 1)?$").click();
            assertThat(page.locator("vaadin-dialog"))
                    .containsText(
                            "1 of 1 settled", new LocatorAssertions.ContainsTextOptions().setTimeout(LIMIT.toMillis()));

            assertThat(producer.failures()).isEmpty();
            assertThat(producer.acknowledged()).isPositive();
            assertThat(producer.found()).as("records that are there").isGreaterThanOrEqualTo(producer.acknowledged());
        }
        page.navigate(console.url() + "/clusters/kafka/main/brokers/0");
        assertThat(page.locator("main")).containsText("Pod was manually annotated to be rolled");
        page.context().close();
        assertThat(uids()).doesNotContainAnyElementsOf(before);
        assertThat(kubectl.run(
                        "get",
                        "events",
                        "-n",
                        "kafka",
                        "--field-selector=reason=ManualRollingUpdate",
                        "-o",
                        "jsonpath={.items[*].message}"))
                .contains("main-brokers-0", "main-brokers-1", "main-brokers-2")
                .contains("due to Pod was manually annotated to be rolled");
    }

    @Test
    void whereTheAnswerIsNoWritesFailWhenTheBrokerGoes() throws Exception {
        IntStream.range(0, 3).forEach(broker -> awaitAnswer(broker, Verdict.YES));
        try {
            signal("STOP", 2);
            RestartAnswer answer = awaitAnswer(0, Verdict.NO);
            assertThat(answer.obstacles())
                    .anyMatch(obstacle -> obstacle instanceof Obstacle.TooFewInSync few
                            && few.partition().topic().equals(TOPIC));
            write();

            signal("STOP", 0);
            assertThatThrownBy(this::write).isInstanceOfAny(ExecutionException.class, TimeoutException.class);
        } finally {
            signal("CONT", 0);
            signal("CONT", 2);
        }
        IntStream.range(0, 3).forEach(broker -> awaitAnswer(broker, Verdict.YES));
        write();
    }

    /** One record to each partition, acknowledged by all in-sync replicas. */
    private void write() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", platform.kafka().bootstrapServers(),
                "acks", "all",
                "request.timeout.ms", 4_000,
                "max.block.ms", 15_000,
                "delivery.timeout.ms", 15_000);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(TOPIC, partition, "key", "value"))
                        .get(30, TimeUnit.SECONDS);
            }
        } finally {
            // without a limit it waits for a broker that is halted
            producer.close(Duration.ofSeconds(5));
        }
    }

    private RestartAnswer awaitAnswer(int broker, Verdict verdict) {
        return await("broker " + broker + ": " + verdict)
                .atMost(LIMIT)
                .until(() -> answer(broker), answer -> answer.verdict() == verdict);
    }

    private RestartAnswer answer(int broker) {
        var cluster = console.bean(FleetStore.class).current().cluster(MAIN).orElseThrow();
        return RestartRule.of(cluster, cluster.broker(broker).orElseThrow());
    }

    private void signal(String signal, int broker) throws Exception {
        long pid =
                platform.kafka().runtime().pid(platform.kafka().broker(broker)).orElseThrow();
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    private List<String> uids() {
        return List.of(kubectl.run(
                        "get",
                        "pods",
                        "-n",
                        "kafka",
                        "-l",
                        "strimzi.io/cluster=main",
                        "-o",
                        "jsonpath={.items[*].metadata.uid}")
                .split(" "));
    }

    private static Locator button(Locator part, String words) {
        Locator button =
                part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(words)));
        assertThat(button).isEnabled();
        return button;
    }
}
