package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A cluster that no {@code Kafka} resource describes is seen by whom Kubernetes RBAC would let get one of its name in the namespace
 * {@code external}, and by nobody else.
 */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalClusterTest {

    private static final ClusterId LEGACY = new ClusterId(ClusterId.EXTERNAL, "legacy");
    private static final String RIGHT = "get kafkas.kafka.strimzi.io \"legacy\" in namespace external";
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    private final RunningConsole console;
    private final SharedBrowser browser;

    ExternalClusterTest(LocalPlatform platform, SharedBrowser browser) {
        this.browser = browser;
        this.console = RunningConsole.with(
                platform,
                List.of(
                        "--pilothouse.kafka.clusters[1].name=legacy",
                        "--pilothouse.kafka.clusters[1].bootstrap-servers="
                                + platform.kafka().bootstrapServers()));
        FleetStore store = console.bean(FleetStore.class);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> store.current().cluster(LEGACY).stream()
                        .anyMatch(cluster -> cluster.topic("orders").isPresent()));
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void whoMayGetEveryKafkaResourceSeesIt() {
        Page page = signedIn("ops");
        page.navigate(console.url() + "/clusters");
        page.locator("main .ph-row-link").getByText("legacy").click();
        assertThat(page.locator("main h1")).hasText("legacy");
        page.navigate(console.url() + "/topics/external.legacy/orders");
        assertThat(page.locator("main").getByText("12").first()).isVisible();

        assertThat(get(page, "ops", "/clusters/external/legacy").status()).isEqualTo(OK);
        assertThat(get(page, "ops", "/topics?cluster=external/legacy").text()).contains("\"orders\"");
        page.context().close();
    }

    @Test
    void nobodyElseFindsItByPageSearchAddressOrProgram() {
        Page page = signedIn("dev");
        for (String list : List.of("/clusters", "/topics", "/groups")) {
            page.navigate(console.url() + list);
            assertThat(page.locator("main .ph-empty")).isVisible();
        }
        page.keyboard().press("Control+k");
        page.locator(".ph-palette-search input").fill("legacy");
        assertThat(page.locator(".ph-palette-none")).isVisible();
        for (String address : List.of(
                "/clusters/external/legacy", "/topics/external.legacy/orders", "/groups/external.legacy/payments")) {
            page.navigate(console.url() + address);
            assertThat(page.locator("main").getByText(RIGHT)).isVisible();
            APIResponse answer = get(page, "dev", address);
            assertThat(answer.status()).as(address).isEqualTo(FORBIDDEN);
            assertThat(answer.text()).contains("external").doesNotContain("9092");
        }
        for (String list : List.of("/clusters", "/topics", "/groups", "/findings")) {
            assertThat(get(page, "dev", list).text()).as(list).doesNotContain("legacy");
        }
        page.context().close();
    }

    private Page signedIn(String user) {
        return browser.signedIn(console, user, SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    /** Asks the API as a program does, with a password. */
    private APIResponse get(Page page, String user, String path) {
        String credentials = user + ":" + RunningConsole.PASSWORD;
        return page.request()
                .get(
                        console.url() + "/api/v1" + path,
                        RequestOptions.create()
                                .setHeader(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }
}
