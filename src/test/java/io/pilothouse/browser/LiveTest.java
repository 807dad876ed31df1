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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What happens in the clusters is seen in an open page, without loading it again. */
@InBrowser
@Isolated("measures how soon something is seen")
class LiveTest {

    /** On a busy machine; the aim for an idle one is a second for Kubernetes and five for Kafka. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Duration AFTER_RESTART = Duration.ofSeconds(90);

    /** The height of a window, in pixels, in which the services have to be scrolled. */
    private static final int LOW = 480;

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
        Page page = open("/services?sort=-name");
        page.setViewportSize(SharedBrowser.WIDE, LOW);
        Locator ready = cellOf(page, "payments", "Ready");
        assertThat(ready).containsText("3 / 3", within(SOON));
        page.evaluate("window.loadedOnce = true; document.querySelector('vaadin-grid').$.table.scrollTop = 90");

        kubectl.run("scale", "-n", "shop", "deployment/payments", "--replicas=4");
        try {
            assertThat(ready).containsText(Pattern.compile("\\d / 4"), within(SOON));
            assertThat(ready).containsText("4 / 4", within(AFTER_RESTART));
        } finally {
            kubectl.run("scale", "-n", "shop", "deployment/payments", "--replicas=3");
        }
        assertThat(ready).containsText("3 / 3", within(AFTER_RESTART));
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
        assertThat(page.evaluate("document.querySelector('vaadin-grid').$.table.scrollTop"))
                .isEqualTo(90);
        assertThat(namesOf(page)).isSortedAccordingTo(Comparator.reverseOrder());
        page.context().close();
    }

    @Test
    void aDeletedPodIsSeen() {
        Page page = open("/services/shop/statefulset/inventory?tab=pods");
        assertThat(page.locator("main").getByText("inventory-1").first()).isVisible();
        String before = uidOf("inventory-1");

        kubectl.run("delete", "pod", "-n", "shop", "inventory-1", "--wait=false");

        assertThat(page.locator("main")
                        .getByText(Pattern.compile("Terminating|ContainerCreating|Pending"))
                        .first())
                .isVisible(visible(SOON));
        Awaitility.await().atMost(AFTER_RESTART).until(() -> !before.equals(uidOf("inventory-1")));
        assertThat(page.locator("main").getByText("Terminating")).hasCount(0, count(AFTER_RESTART));
        assertThat(page.locator("main").getByText("All 3 replicas are ready").first())
                .isVisible(visible(AFTER_RESTART));
        page.context().close();
    }

    @Test
    void aKilledBrokerIsSeenAsFailingAndComesBack() {
        Page page = open("/clusters/kafka/main?tab=brokers");
        assertThat(page.locator("main").getByText("All 3 brokers are up")).isVisible();

        platform.kafka()
                .runtime()
                .pid(platform.kafka().broker(1))
                .ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

        assertThat(page.locator("main").getByText("2 of 3 brokers are up")).isVisible(visible(SOON));
        assertThat(page.locator("main").getByText("main-brokers-1").first()).isVisible();
        assertThat(page.locator("main .ph-state.ph-failing").first()).isVisible(visible(SOON));
        assertThat(page.locator("main").getByText("All 3 brokers are up")).isVisible(visible(AFTER_RESTART));
        page.context().close();
    }

    /** Empty while there is no such pod. */
    private String uidOf(String pod) {
        return kubectl.run("get", "pod", "-n", "shop", pod, "--ignore-not-found", "-o", "jsonpath={.metadata.uid}");
    }

    private Page open(String path) {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + path);
        return page;
    }

    private static LocatorAssertions.ContainsTextOptions within(Duration limit) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(limit.toMillis());
    }

    private static LocatorAssertions.IsVisibleOptions visible(Duration limit) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(limit.toMillis());
    }

    private static LocatorAssertions.HasCountOptions count(Duration limit) {
        return new LocatorAssertions.HasCountOptions().setTimeout(limit.toMillis());
    }

    /** The cell of a row in a column; a grid's cells lie in slots, which a locator by text does not connect. */
    private static Locator cellOf(Page page, String row, String column) {
        String find = """
                ([row, column]) => {
                  const grid = document.querySelector('vaadin-grid');
                  if (!grid?.shadowRoot) return false;
                  const content = (cell) => cell.querySelector('slot').assignedElements()[0];
                  const cells = (tr) => [...tr.children].map(content);
                  const heads = cells(grid.shadowRoot.querySelector('thead tr:last-child'));
                  const index = heads.findIndex((head) => head.textContent.trim() === column);
                  const rows = [...grid.shadowRoot.querySelectorAll('tbody tr')].filter((tr) => !tr.hidden);
                  const found = rows.find((tr) => cells(tr).some((cell) => cell?.textContent.trim().startsWith(row)));
                  if (!found) return false;
                  cells(found)[index].setAttribute('data-watched', row);
                  return true;
                }
                """;
        page.waitForFunction(find, new Object[] {row, column});
        return page.locator("[data-watched='" + row + "']");
    }

    private static List<String> namesOf(Page page) {
        return page.locator("main .ph-row-link").all().stream()
                .filter(Locator::isVisible)
                .sorted(Comparator.comparing(name -> name.boundingBox().y))
                .map(Locator::textContent)
                .toList();
    }
}
