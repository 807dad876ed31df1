package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.RunningConsole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody sees what Kubernetes RBAC lets them see, and nothing else. */
@InBrowser
class RightsTest {

    private final RunningConsole console;
    private final SharedBrowser browser;

    RightsTest(RunningConsole console, SharedBrowser browser) {
        this.console = console;
        this.browser = browser;
    }

    @Test
    void aDeveloperSeesTheirNamespaceAndNothingElse() {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);

        page.navigate(console.url() + "/services");
        assertThat(page.locator("main").getByText("storefront").first()).isVisible();
        assertThat(page.locator("main").getByText("analytics")).hasCount(0);
        assertThat(page.locator("main").getByText("main-brokers")).hasCount(0);

        page.navigate(console.url() + "/clusters");
        assertThat(page.locator("main")
                        .getByText("There is no Kafka cluster that you may see")
                        .first())
                .isVisible();
        page.context().close();
    }

    @Test
    void anAddressThatIsTypedInSaysWhichRightIsMissing() {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);

        page.navigate(console.url() + "/clusters/kafka/main");
        assertThat(page.locator("main").getByText("get kafkas.kafka.strimzi.io \"main\" in namespace kafka"))
                .isVisible();
        page.navigate(console.url() + "/services/analytics/deployment/trends?tab=pods");
        assertThat(page.locator("main").getByText("get deployments.apps \"trends\" in namespace analytics"))
                .isVisible();
        page.context().close();
    }

    @Test
    void noListShowsWhatIsNotTheirs() {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
        for (String path : List.of("/clusters", "/topics", "/groups", "/nodes")) {
            page.navigate(console.url() + path);
            assertThat(page.locator("main .ph-empty")).isVisible();
            assertThat(page.locator("main .ph-row-link")).hasCount(0);
        }
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters/kafka/main?tab=brokers",
                "/clusters/kafka/main?tab=metrics",
                "/topics/kafka.main/orders",
                "/topics/kafka.main/orders?tab=config",
                "/groups/kafka.main/payments",
                "/groups/kafka.main/payments?tab=members",
                "/nodes/node-a1",
                "/services/analytics/deployment/trends?tab=logs",
                "/services/analytics/deployment/trends?tab=yaml",
                "/services/kafka/strimzipodset/main-brokers?tab=pods"
            })
    void noAddressLeadsToWhatIsNotTheirs(String path) {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + path);
        assertThat(page.locator("main").getByText("You lack the right to").first())
                .isVisible();
        assertThat(page.locator("main .ph-tab-bar")).not().isVisible();
        page.context().close();
    }

    @Test
    void aWrongPasswordTellsNotWhetherTheUserExists() {
        assertThat(refusal("ops")).isEqualTo(refusal("nobody-of-that-name"));
    }

    @Test
    void withoutASignInEveryPageLeadsToTheSignInPage() {
        Page page = browser.visitor();
        page.navigate(console.url() + "/clusters/kafka/main");
        assertThat(page.locator("input[name=password]")).isVisible();
        page.context().close();
    }

    @Test
    void whoSignsOutIsOut() {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.locator(".ph-user").getByText("dev").first().click();
        page.getByText("Sign out").click();
        assertThat(page.locator("input[name=password]")).isVisible();
        page.context().close();
    }

    private String refusal(String user) {
        Page page = browser.visitor();
        page.navigate(console.url() + "/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill("wrong");
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.getByText("That did not work").waitFor();
        String refusal = page.locator("vaadin-login-form-wrapper").textContent();
        page.context().close();
        return refusal;
    }
}
