package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.controlplane.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A source that is away costs its own facts, and never a page. */
@InBrowser
@Isolated("measures how soon something is seen")
class OutageTest {

    private static final int BROKERS = 3;
    private static final double LIMIT = 90_000;

    /** On a busy machine; the aim for an idle one is a second. */
    private static final Duration OPENS = Duration.ofSeconds(3);

    /** A machine with other work may be late once; what an outage does to a page it does again. */
    private static final int ATTEMPTS = 3;

    private static final List<String> PAGES = List.of(
            "/",
            "/services",
            "/services/shop/deployment/orders",
            "/services/shop/deployment/orders?tab=pods",
            "/services/shop/deployment/orders?tab=metrics",
            "/clusters",
            "/clusters/kafka/main",
            "/clusters/kafka/main?tab=brokers",
            "/clusters/kafka/main?tab=placement",
            "/clusters/kafka/main/brokers/0",
            "/topics",
            "/topics/kafka.main/orders",
            "/groups",
            "/groups/kafka.main/notifications?tab=members",
            "/services/shop/deployment/notifications?tab=consumption");

    /** How long the API server is away. */
    private static final Duration AWAY = Duration.ofSeconds(30);

    private final LocalPlatform platform;
    private final Kubectl kubectl;
    private final RecordedChanges recorded;
    private final RunningConsole console;
    private final Page page;

    OutageTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.kubectl = new Kubectl(platform);
        this.recorded = new RecordedChanges(platform, "pilothouse-audit");
        this.console = console;
        this.page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    @Test
    @DisplayName(
            "Without Prometheus, then Kafka, then Kubernetes each page opens and says so, and a change under way is neither lost nor done twice")
    void withoutPrometheusThenKafkaThenKubernetes() throws Exception {
        List.of("Kubernetes", "Kafka", "Prometheus").forEach(this::awaitLive);
        String change;
        int revision = revision();
        try {
            platform.controlPlane().stop(Part.PROMETHEUS);
            await("Prometheus: old,");
            eachPageOpens();
            signalBrokers("STOP");
            await("Kafka: old,");
            eachPageOpens();
            change = restart();
            platform.controlPlane().stop(Part.API_SERVER);
            Instant stopped = Instant.now();
            await("Kubernetes: old,");
            eachPageOpens();
            page.navigate(console.url() + "/changes/" + change);
            assertThat(page.locator(".ph-progress")).containsText("Kubernetes, which does not answer now");
            Awaitility.await()
                    .atMost(AWAY.plusSeconds(1))
                    .until(() -> stopped.plus(AWAY).isBefore(Instant.now()));
            assertThat(page.locator("main")
                            .getByText("What is shown of Kubernetes is from")
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT));
        } finally {
            platform.controlPlane().start(Part.API_SERVER);
            signalBrokers("CONT");
            platform.controlPlane().start(Part.PROMETHEUS);
        }
        List.of("Kubernetes", "Kafka", "Prometheus").forEach(this::awaitLive);
        assertThat(page.locator(".ph-progress .ph-state"))
                .containsText("Settled", new LocatorAssertions.ContainsTextOptions().setTimeout(LIMIT));
        page.context().close();
        assertThat(revision()).as("it was done once").isEqualTo(revision + 1);
        Awaitility.await()
                .atMost(Duration.ofMillis((long) LIMIT))
                .untilAsserted(
                        () -> assertThat(recorded.of(change)).containsExactly("REQUESTED", "APPLIED", "SETTLED"));
    }

    /** Begins to restart a service while no broker answers, and returns the id of that change. */
    private String restart() {
        page.navigate(console.url() + "/services/shop/deployment/storefront");
        press(page.locator("main"), "^Restart$");
        press(page.locator("vaadin-dialog"), "^Restart( all the same)?$");
        Locator details = page.getByText("Its page in Changes");
        details.waitFor(new Locator.WaitForOptions().setTimeout(LIMIT));
        String address = details.getAttribute("href");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void press(Locator part, String words) {
        Locator button =
                part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(words)));
        assertThat(button).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(LIMIT));
        button.click();
    }

    private int revision() {
        return Integer.parseInt(kubectl.run(
                "get",
                "-n",
                "shop",
                "deployment/storefront",
                "-o",
                "jsonpath={.metadata.annotations.deployment\\.kubernetes\\.io/revision}"));
    }

    /** Halts the brokers' processes or lets them go on: nobody is told, and no connection ends. */
    private void signalBrokers(String signal) throws Exception {
        for (int id = 0; id < BROKERS; id++) {
            OptionalLong pid = platform.kafka().runtime().pid(platform.kafka().broker(id));
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid.orElseThrow()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private void awaitLive(String source) {
        await(source + ": live");
    }

    private void eachPageOpens() {
        for (String path : PAGES) {
            List<Duration> took = new ArrayList<>();
            do {
                long begin = System.nanoTime();
                page.navigate(console.url() + path);
                page.locator("h1").first().waitFor();
                took.add(Duration.ofNanos(System.nanoTime() - begin));
            } while (took.getLast().compareTo(OPENS) > 0 && took.size() < ATTEMPTS);
            assertThat(took.getLast()).as(path + " " + took).isLessThan(OPENS);
        }
    }

    private void await(String pill) {
        Locator found = page.locator("vaadin-button[aria-label='" + pill + "']");
        assertThat(found).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT));
    }
}
