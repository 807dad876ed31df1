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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to a service by its page is done, can be followed, found again and taken back. */
@InBrowser
class ActingTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NOTIFICATIONS = "/services/shop/deployment/notifications";

    private final Kubectl kubectl;
    private final RunningConsole console;
    private final SharedBrowser browser;
    private final Path auditLog;

    ActingTest(LocalPlatform platform, RunningConsole console, SharedBrowser browser) {
        this.kubectl = new Kubectl(platform);
        this.console = console;
        this.browser = browser;
        this.auditLog = platform.controlPlane().files().auditLog();
    }

    @Test
    void theSlowConsumerIsScaledFollowedFoundAndScaledBack() throws IOException {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + NOTIFICATIONS);
        press(page, "Scale");
        assertThat(page.getByText("12 partitions to read: none of 2 consumers would idle"))
                .isVisible(within());
        page.locator("vaadin-integer-field input").fill("4");
        assertThat(page.locator(".ph-difference .ph-after")).containsText("spec.replicas: 4", text());
        assertThat(page.getByText("kubectl scale -n shop deployment/notifications --replicas=4"))
                .isVisible();

        confirm(page, "Scale to 4");
        try {
            assertThat(page.locator(".ph-progress .ph-state")).containsText("Settled", text());
            assertThat(kubectl.run(
                            "get", "-n", "shop", "deployment/notifications", "-o", "jsonpath={.status.readyReplicas}"))
                    .isEqualTo("4");
            assertThat(writesOfTheConsole())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"impersonatedUser\":{\"username\":\"ops\""));

            page.navigate(console.url() + "/changes");
            page.locator("main").getByText("Scale notifications to 4").first().click();
            assertThat(page.locator("main").getByText("platform-team")).isVisible(within());
            press(page, "Scale back to 2");
            confirm(page, "Scale back to 2");
            assertThat(page.locator("vaadin-dialog .ph-progress .ph-state")).containsText("Settled", text());
            assertThat(kubectl.run("get", "-n", "shop", "deployment/notifications", "-o", "jsonpath={.spec.replicas}"))
                    .isEqualTo("2");
        } finally {
            kubectl.run("scale", "-n", "shop", "deployment/notifications", "--replicas=2");
        }
        page.context().close();
    }

    @Test
    void whatIsUnderWayStandsOnEveryPageAndWhatGoesWrongIsExplainedByThePodsLastWords() {
        String namespace = "acting-" + UUID.randomUUID().toString().substring(0, 8);
        kubectl.run("create", "namespace", namespace);
        try {
            String image = "--image=registry.shop.example/recommendations:2.8.0";
            kubectl.run("create", "deployment", "ranking", "-n", namespace, image);
            Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
            page.navigate(console.url() + "/services/" + namespace + "/deployment/ranking");
            press(page, "Restart");
            confirm(page, "Restart");
            assertThat(page.locator(".ph-progress .ph-state")).containsText("Stuck", text());
            assertThat(page.locator(".ph-last-lines pre")).containsText("MODEL_URL is not set", text());

            page.navigate(console.url() + "/topics");
            assertThat(page.locator(".ph-under-way")).containsText("Restart ranking", text());
            page.locator(".ph-under-way").click();
            assertThat(page.locator("main h1")).containsText("Restart ranking", text());
            page.context().close();
        } finally {
            kubectl.run("delete", "namespace", namespace, "--wait=false");
        }
    }

    @Test
    void anEditSaysWhoOwnsTheFieldAndTakesItOverWhenTold(@TempDir Path directory) throws IOException {
        Path theirs = directory.resolve("theirs.yaml");
        Files.writeString(theirs, """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: notifications, namespace: shop},
                 spec: {revisionHistoryLimit: 7}}""");
        kubectl.run("apply", "--server-side", "--force-conflicts", "--field-manager=other", "-f", theirs.toString());
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + NOTIFICATIONS + "?tab=yaml");
        press(page, "Edit");
        try {
            replaceAtEndOfLine(page, "revisionHistoryLimit: 7", "]");
            assertThat(page.locator(".ph-edit-state")).containsText("Line ", text());
            replaceAtEndOfLine(page, "revisionHistoryLimit: ]", "4");
            Locator conflict = page.locator(".ph-conflict");
            assertThat(conflict).containsText("spec.revisionHistoryLimit", text());
            assertThat(conflict).containsText("other: 7 · yours: 4");
            assertThat(conflict).hasCount(1);

            conflict.getByText("Keep theirs").click();
            assertThat(page.locator(".ph-edit-state")).containsText("Nothing is changed yet", text());
            replaceAtEndOfLine(page, "revisionHistoryLimit: 7", "4");
            conflict.getByText("Take over").click();
            assertThat(page.locator(".ph-difference .ph-after")).containsText("spec.revisionHistoryLimit: 4", text());
            confirm(page, "Apply edit");
            assertThat(page.locator("vaadin-dialog .ph-progress .ph-state")).containsText("Settled", text());
            assertThat(kubectl.run(
                            "get",
                            "-n",
                            "shop",
                            "deployment/notifications",
                            "-o",
                            "jsonpath={.spec.revisionHistoryLimit}"))
                    .isEqualTo("4");
        } finally {
            kubectl.run(
                    "patch",
                    "-n",
                    "shop",
                    "deployment/notifications",
                    "--type=merge",
                    "-p",
                    "{\"spec\":{\"revisionHistoryLimit\":10}}");
        }
        page.context().close();
    }

    @Test
    void threeServicesAreRestartedAtOnceFromTheList() {
        List<String> services = List.of("orders", "shipping", "storefront");
        List<String> before = services.stream().map(this::withoutRestart).toList();
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + "/services?selected="
                + services.stream().map(name -> "shop/deployment/" + name).collect(Collectors.joining(",")));
        Locator bar = page.locator(".ph-selected");
        assertThat(bar).containsText("3 selected", text());
        Locator restart = bar.getByText("Restart");
        assertThat(restart).isEnabled(enabled());
        restart.click();
        confirm(page, "Restart 3 of 3");
        assertThat(page.locator("vaadin-dialog")).containsText("3 of 3 settled", text());
        assertThat(page.locator("vaadin-dialog a[href*='changes/']")).hasCount(3, count());
        for (int index = 0; index < services.size(); index++) {
            assertThat(restarted(services.get(index))).isNotBlank();
            assertThat(withoutRestart(services.get(index))).isEqualTo(before.get(index));
        }
        page.context().close();
    }

    @Test
    void whoMayNotSeesEachButtonAndWhichRightIsMissing() {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console.url() + NOTIFICATIONS);
        for (String words : List.of("Scale", "Restart", "Roll back")) {
            Locator button = button(page, words);
            assertThat(button).isVisible(within());
            assertThat(button).isDisabled();
        }
        assertThat(page.locator("vaadin-tooltip")
                        .getByText("patch deployments/scale.apps")
                        .first())
                .hasCount(1);
        page.navigate(console.url() + NOTIFICATIONS + "?tab=pods");
        page.locator(".ph-row-menu").first().click();
        for (String words : List.of("Evict pod", "Delete pod")) {
            assertThat(button(page, words)).isVisible(within());
            assertThat(button(page, words)).isDisabled();
        }
        page.context().close();
    }

    private static void press(Page page, String words) {
        Locator button = button(page, words);
        assertThat(button).isEnabled(enabled());
        button.click();
    }

    /** Finds the text in the editor, as people do, and writes another last character. */
    private static void replaceAtEndOfLine(Page page, String line, String last) {
        Locator editor = page.locator(".cm-content");
        assertThat(editor).isVisible(within());
        editor.click();
        page.keyboard().press("Control+Home");
        page.keyboard().press("Control+f");
        assertThat(page.locator(".cm-search input[name=search]")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type(line);
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(page.locator(".cm-activeLine")).containsText(line, text());
        page.keyboard().press("End");
        page.keyboard().press("Backspace");
        page.keyboard().insertText(last);
    }

    /** The dialog's button, whether a check warns or not. */
    private static void confirm(Page page, String words) {
        Locator button = page.locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + words + "( all the same)?$")));
        assertThat(button).isEnabled(enabled());
        button.click();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .last();
    }

    private String restarted(String service) {
        return kubectl.run(
                "get",
                "-n",
                "shop",
                "deployment/" + service,
                "-o",
                "jsonpath={.spec.template.metadata.annotations.kubectl\\.kubernetes\\.io/restartedAt}");
    }

    /** What people decide of the service but for when it was restarted, and how many replicas its autoscaler wants. */
    private String withoutRestart(String service) {
        return kubectl.run(
                        "get",
                        "-n",
                        "shop",
                        "deployment/" + service,
                        "-o",
                        "jsonpath={.metadata.labels}{.spec.selector}{.spec.strategy}{.spec.template}")
                .replaceAll("\"kubectl.kubernetes.io/restartedAt\":\"[^\"]*\",?", "");
    }

    private static LocatorAssertions.HasCountOptions count() {
        return new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis());
    }

    private List<String> writesOfTheConsole() throws IOException {
        try (var lines = Files.lines(auditLog)) {
            return lines.filter(line -> line.contains("/deployments/notifications/scale")
                            && line.contains("\"username\":\"pilothouse-console\""))
                    .toList();
        }
    }

    private static LocatorAssertions.IsEnabledOptions enabled() {
        return new LocatorAssertions.IsEnabledOptions().setTimeout(SOON.toMillis());
    }

    private static LocatorAssertions.IsVisibleOptions within() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions text() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis());
    }
}
