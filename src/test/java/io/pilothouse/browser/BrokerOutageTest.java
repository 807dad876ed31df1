package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Partition;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A broker that is gone or silent costs its own cells; and when all are, the last picture stays, with its age. */
@InBrowser
@Isolated("measures how soon pages open, without some brokers")
class BrokerOutageTest {

    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final int VICTIM = 2;
    private static final String ALONE = "lonely-ledger";
    private static final Duration SOON = Duration.ofSeconds(90);

    /** From the click on a link of an open console to the first row or sentence that the page is for. */
    private static final Duration OPENS = Duration.ofSeconds(1);

    /** How often a page is opened at most: what else the machine does now and then is not measured. */
    private static final int ATTEMPTS = 3;

    private final LocalPlatform platform;
    private final RunningConsole console;
    private final FleetStore store;
    private final Page page;
    private final Admin admin;
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();

    BrokerOutageTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.console = console;
        this.store = console.bean(FleetStore.class);
        this.page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        this.admin = Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()));
    }

    @BeforeEach
    void aTopicThatOneBrokerHoldsAlone() throws Exception {
        await().atMost(SOON)
                .until(() -> store.current().cluster(MAIN).stream()
                        .anyMatch(cluster -> cluster.brokersUp() == 3
                                && cluster.topic("orders").isPresent()));
        admin.createTopics(List.of(
                        new NewTopic(ALONE, Map.of(0, List.of(VICTIM))).configs(Map.of("min.insync.replicas", "1"))))
                .all()
                .get(30, TimeUnit.SECONDS);
        await().atMost(SOON)
                .until(() -> cluster().topic(ALONE).stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .anyMatch(partition -> partition.end().problem().isEmpty()));
        page.navigate(console.url() + "/nodes");
    }

    @AfterEach
    void everythingIsBack() throws Exception {
        killer.shutdown();
        assertThat(killer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        for (int id = 0; id < 3; id++) {
            signal(id, "CONT");
        }
        await().atMost(SOON).until(() -> cluster().brokersUp() == 3);
        admin.deleteTopics(List.of(ALONE)).all().get(60, TimeUnit.SECONDS);
        admin.close();
        await().atMost(SOON).until(() -> cluster().health().state() == HealthState.HEALTHY);
        page.context().close();
    }

    @Test
    void withOneBrokerKilledOnlyItsOwnCellsAreOld() {
        killer.scheduleWithFixedDelay(() -> signal(VICTIM, "KILL"), 0, 100, TimeUnit.MILLISECONDS);
        onlyTheCellsOfOneBrokerAreOld();
    }

    @Test
    void withOneBrokerSilentOnlyItsOwnCellsAreOld() {
        signal(VICTIM, "STOP");
        onlyTheCellsOfOneBrokerAreOld();
    }

    private void onlyTheCellsOfOneBrokerAreOld() {
        await().atMost(SOON).untilAsserted(() -> {
            KafkaCluster cluster = cluster();
            assertThat(cluster.topics()).isInstanceOf(Observed.Fresh.class);
            assertThat(cluster.groups()).isInstanceOf(Observed.Fresh.class);
            Partition alone = cluster.topic(ALONE).orElseThrow().partitions().getFirst();
            assertThat(alone.condition()).isEqualTo(Partition.Condition.OFFLINE);
            assertThat(alone.end()).isInstanceOf(Observed.Stale.class);
            assertThat(cluster.topic("orders").orElseThrow().partitions())
                    .allSatisfy(partition -> assertThat(partition.end()).isInstanceOf(Observed.Fresh.class));
            for (Broker broker : cluster.brokers()) {
                assertThat(broker.up()).isEqualTo(broker.id() != VICTIM);
                assertThat(broker.disk().problem().isPresent()).isEqualTo(broker.id() == VICTIM);
            }
        });
        opens(menu("Topics"), "Topics", "1 of 1 partition without a leader");
        opens(link(ALONE), ALONE, "without a leader");
        opens(menu("Consumer groups"), "Consumer groups", "notifications");
        opens(menu("Kafka clusters"), "Kafka clusters", "1 partition offline");
        opens(link("main"), "main", "1 partition offline");
        opens(tab("Brokers"), "main", "2 of 3 brokers are up");
        assertThat(page.locator("main vaadin-grid .ph-stale")).hasCount(1);
        opens(link(String.valueOf(VICTIM)), "Broker " + VICTIM, "It is away already");
    }

    @Test
    void withoutAnyBrokerTheLastPictureIsShownAndItsAge() {
        for (int id = 0; id < 3; id++) {
            signal(id, "STOP");
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(cluster().topics()).isInstanceOf(Observed.Stale.class);
            assertThat(cluster().groups()).isInstanceOf(Observed.Stale.class);
            assertThat(cluster().topic("orders").orElseThrow().partitions()).hasSize(12);
        });
        opens(menu("Topics"), "Topics", "no broker answers");
        assertThat(page.locator("main").getByText("orders").first()).isVisible();
        opens(menu("Consumer groups"), "Consumer groups", "notifications");
        opens(menu("Kafka clusters"), "Kafka clusters", "main");
        opens(link("main"), "main", "No broker answers");
        opens(tab("Placement"), "main", "clickstream");
    }

    private Locator menu(String title) {
        return page.locator("vaadin-side-nav-item").getByText(title);
    }

    private Locator link(String text) {
        return page.locator("main .ph-row-link")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first();
    }

    private Locator tab(String title) {
        return page.locator("main .ph-tab-bar").getByText(title);
    }

    /** Follows a link and waits for what its page is for; goes back and tries again where that took too long. */
    private void opens(Locator link, String heading, String text) {
        List<Duration> took = new ArrayList<>();
        do {
            if (!took.isEmpty()) {
                page.goBack();
                link.waitFor();
            }
            long begin = System.nanoTime();
            link.click();
            page.locator("main:has(h1:text-is('" + heading + "'))")
                    .getByText(text)
                    .first()
                    .waitFor();
            took.add(Duration.ofNanos(System.nanoTime() - begin));
        } while (took.getLast().compareTo(OPENS) > 0 && took.size() < ATTEMPTS);
        assertThat(took.getLast()).as(page.url() + " " + took).isLessThan(OPENS);
    }

    /** Sends a signal to a broker's process, if it runs: one that is halted is not started anew, one that is killed is. */
    private void signal(int broker, String signal) {
        platform.kafka().runtime().pid(platform.kafka().broker(broker)).ifPresent(pid -> {
            try {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("Broker " + broker + " cannot be sent " + signal, e);
            }
        });
    }

    private KafkaCluster cluster() {
        return store.current().cluster(MAIN).orElseThrow();
    }
}
