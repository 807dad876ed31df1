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
import org.junit.jupiter.api.Test;

/** A source that is away costs its own facts, and never a page. */
@InBrowser
class OutageTest {

    private static final double LIMIT = 90_000;

    /** On a busy machine; the aim for an idle one is a second. */
    private static final Duration OPENS = Duration.ofSeconds(5);

    private static final List<String> PAGES = List.of(
            "/",
            "/services",
            "/services/shop/deployment/orders",
            "/services/shop/deployment/orders?tab=pods",
            "/clusters",
            "/clusters/kafka/main",
            "/clusters/kafka/main?tab=brokers");

    private final LocalPlatform platform;
    private final RunningConsole console;
    private final Page page;

    OutageTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.console = console;
        this.page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    @Test
    void withoutPrometheusAndThenKubernetesEachPageOpensAndSaysSo() {
        await("Kubernetes: live");
        await("Prometheus: live");

        platform.controlPlane().stop(Part.PROMETHEUS);
        try {
            await("Prometheus: old,");
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
            platform.controlPlane().start(Part.PROMETHEUS);
        }
        await("Kubernetes: live");
        await("Prometheus: live");
        page.context().close();
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
