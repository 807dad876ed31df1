package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.controlplane.Part;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A source that is away costs its own facts, and never a page. */
@InBrowser
@Isolated("measures how soon something is seen")
class OutageTest {

    private static final int BROKERS = 3;
    private static final double LIMIT = 90_000;

    /** On a busy machine; the aim for an idle one is a second. */
    private static final Duration OPENS = Duration.ofSeconds(5);

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

    private final LocalPlatform platform;
    private final RunningConsole console;
    private final Page page;

    OutageTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.console = console;
        this.page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    @Test
    void withoutPrometheusThenKafkaThenKubernetesEachPageOpensAndSaysSo() throws Exception {
        List.of("Kubernetes", "Kafka", "Prometheus").forEach(this::awaitLive);
        try {
            platform.controlPlane().stop(Part.PROMETHEUS);
            await("Prometheus: old,");
            eachPageOpens();
            signalBrokers("STOP");
            await("Kafka: old,");
            eachPageOpens();
            platform.controlPlane().stop(Part.API_SERVER);
            await("Kubernetes: old,");
            eachPageOpens();
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
        page.context().close();
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
            long begin = System.nanoTime();
            page.navigate(console.url() + path);
            page.locator("h1").first().waitFor();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(path).isLessThan(OPENS);
        }
    }

    private void await(String pill) {
        Locator found = page.locator("vaadin-button[aria-label='" + pill + "']");
        assertThat(found).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT));
    }
}
