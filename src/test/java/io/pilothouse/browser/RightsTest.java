package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.RunningConsole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody sees what Kubernetes RBAC lets them see, and nothing else. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

    private final RunningConsole console;
    private final SharedBrowser browser;

    /** A developer's, who may read namespace shop. */
    private final Page page;

    RightsTest(RunningConsole console, SharedBrowser browser) {
        this.console = console;
        this.browser = browser;
        this.page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    @AfterAll
    void signOut() {
        page.context().close();
    }

    @Test
    void aDeveloperSeesTheirNamespaceAndNothingElse() {
        page.navigate(console.url() + "/services");
        assertThat(page.locator("main").getByText("storefront").first()).isVisible();
        assertThat(page.locator("main").getByText("analytics")).hasCount(0);
        assertThat(page.locator("main").getByText("main-brokers")).hasCount(0);

        page.navigate(console.url() + "/clusters");
        assertThat(page.locator("main")
                        .getByText("There is no Kafka cluster that you may see")
                        .first())
                .isVisible();
        Locator deploy =
                page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Deploy Kafka"));
        assertThat(deploy).isDisabled();
    }

    @Test
    void anAddressThatIsTypedInSaysWhichRightIsMissing() {
        page.navigate(console.url() + "/clusters/kafka/main");
        assertThat(page.locator("main").getByText("get kafkas.kafka.strimzi.io \"main\" in namespace kafka"))
                .isVisible();
        page.navigate(console.url() + "/services/analytics/deployment/trends?tab=pods");
        assertThat(page.locator("main").getByText("get deployments.apps \"trends\" in namespace analytics"))
                .isVisible();
    }

    @Test
    void whoMayNotDeployIsToldWhichRightIsMissing() {
        page.navigate(console.url() + "/clusters/new");
        page.locator("main")
                .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("orders-eu");
        Locator deploy =
                page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Deploy"));
        assertThat(deploy).isEnabled();
        deploy.click();
        assertThat(page.locator("vaadin-dialog")
                        .getByText("create kafkas.kafka.strimzi.io \"orders-eu\" in namespace kafka"))
                .isVisible();
        page.keyboard().press("Escape");
    }

    @Test
    void noListShowsWhatIsNotTheirs() {
        for (String path : List.of("/clusters", "/topics", "/groups", "/nodes")) {
            page.navigate(console.url() + path);
            assertThat(page.locator("main .ph-empty")).isVisible();
            assertThat(page.locator("main .ph-row-link")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters/kafka/main?tab=brokers",
                "/clusters/kafka/main?tab=pools",
                "/clusters/kafka/main?tab=metrics",
                "/clusters/kafka/main?tab=placement",
                "/clusters/kafka/main?tab=what-if",
                "/clusters/kafka/main/brokers/0",
                "/clusters/kafka/main/brokers/0?tab=config",
                "/topics/kafka.main/orders",
                "/topics/kafka.main/orders?tab=config",
                "/topics/kafka.main/orders?tab=yaml",
                "/groups/kafka.main/payments",
                "/groups/kafka.main/payments?tab=members",
                "/nodes/node-a1",
                "/services/analytics/deployment/trends?tab=logs",
                "/services/analytics/deployment/trends?tab=yaml",
                "/services/kafka/strimzipodset/main-brokers?tab=pods"
            })
    void noAddressLeadsToWhatIsNotTheirs(String path) {
        page.navigate(console.url() + path);
        assertThat(page.locator("main").getByText("You lack the right to").first())
                .isVisible();
        assertThat(page.locator("main .ph-tab-bar")).not().isVisible();
    }

    @Test
    void aWrongPasswordTellsNotWhetherTheUserExists() {
        assertThat(refusal("ops")).isEqualTo(refusal("nobody-of-that-name"));
    }

    @Test
    void withoutASignInEveryPageLeadsToTheSignInPage() {
        Page stranger = browser.visitor();
        stranger.navigate(console.url() + "/clusters/kafka/main");
        assertThat(stranger.locator("input[name=password]")).isVisible();
        stranger.context().close();
    }

    @Test
    void whoSignsOutIsOut() {
        Page leaving = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
        leaving.locator(".ph-user").getByText("dev").first().click();
        leaving.getByText("Sign out").click();
        assertThat(leaving.locator("input[name=password]")).isVisible();
        leaving.context().close();
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
