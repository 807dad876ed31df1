package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens in the clusters is seen in an open page, without loading it again. */
@InBrowser
class LiveTest {

    /** On a busy machine; the aim for an idle one is a second for Kubernetes and five for Kafka. */
    private static final double SOON = 15_000;

    private static final double AFTER_RESTART = 90_000;

    private final LocalPlatform platform;
    private final Kubectl kubectl;
    private final RunningConsole console;
    private final SharedBrowser browser;

    LiveTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.platform = platform;
        this.kubectl = new Kubectl(platform);
        this.console = console;
        this.browser = browser;
    }

    @Test
    void aScaledDeploymentIsSeenAndTheOrderHolds() {
        Page page = open("/services");
        Locator ready = cellOf(page, "payments", "Ready");
        assertThat(ready).hasText("3 / 3", within(SOON));
        page.evaluate("window.loadedOnce = true");

        kubectl.run("scale", "-n", "shop", "deployment/payments", "--replicas=4");
        try {
            assertThat(ready).hasText(Pattern.compile("\\d / 4"), within(SOON));
            assertThat(ready).hasText("4 / 4", within(AFTER_RESTART));
        } finally {
            kubectl.run("scale", "-n", "shop", "deployment/payments", "--replicas=3");
        }
        assertThat(ready).hasText("3 / 3", within(AFTER_RESTART));
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void aDeletedPodIsSeen() {
        Page page = open("/services/shop/statefulset/inventory?tab=pods");
        assertThat(page.locator("main").getByText("inventory-1").first()).isVisible();
        String before = kubectl.run("get", "pod", "-n", "shop", "inventory-1", "-o", "jsonpath={.metadata.uid}");

        kubectl.run("delete", "pod", "-n", "shop", "inventory-1", "--wait=false");

        assertThat(page.locator("main")
                        .getByText(Pattern.compile("Terminating|ContainerCreating|Pending"))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
        assertThat(page.locator("main")
                        .getByText(Pattern.compile("3 of 3 replicas are ready"))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(AFTER_RESTART));
        assertThat(kubectl.run("get", "pod", "-n", "shop", "inventory-1", "-o", "jsonpath={.metadata.uid}"))
                .isNotEqualTo(before);
        page.context().close();
    }

    @Test
    void aKilledBrokerIsSeenAsFailingAndComesBack() {
        Page page = open("/clusters/kafka/main?tab=brokers");
        assertThat(page.locator("main").getByText("3 of 3 brokers up")).isVisible();

        platform.kafka()
                .runtime()
                .pid(platform.kafka().broker(1))
                .ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

        assertThat(page.locator("main").getByText("2 of 3 brokers up"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
        assertThat(page.locator("main").getByText("main-brokers-1").first()).isVisible();
        assertThat(page.locator("main .ph-state.ph-failing").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
        assertThat(page.locator("main").getByText("3 of 3 brokers up"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(AFTER_RESTART));
        page.context().close();
    }

    private Page open(String path) {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + path);
        return page;
    }

    private static LocatorAssertions.HasTextOptions within(double milliseconds) {
        return new LocatorAssertions.HasTextOptions().setTimeout(milliseconds);
    }

    /** The cell of a row in a column; a grid's cells lie in slots, which a locator by text does not connect. */
    private static Locator cellOf(Page page, String row, String column) {
        String find = """
                ([row, column]) => {
                  const grid = document.querySelector('vaadin-grid');
                  const content = (cell) => cell.querySelector('slot').assignedElements()[0];
                  const cells = (tr) => [...tr.children].map(content);
                  const heads = cells(grid.shadowRoot.querySelector('thead tr:last-child'));
                  const index = heads.findIndex((head) => head.textContent.trim() === column);
                  const rows = [...grid.shadowRoot.querySelectorAll('tbody tr')].filter((tr) => !tr.hidden);
                  const found = rows.find((tr) => cells(tr)[0]?.textContent.trim().startsWith(row));
                  if (!found) return false;
                  cells(found)[index].setAttribute('data-watched', row);
                  return true;
                }
                """;
        page.waitForFunction(find, new Object[] {row, column});
        return page.locator("[data-watched='" + row + "']");
    }
}
