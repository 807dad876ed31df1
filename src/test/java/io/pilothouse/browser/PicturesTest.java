package io.pilothouse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.pilothouse.testbed.RunningConsole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes the pictures in {@code screenshots/}: each page of the real scene, light and dark, wide and narrow; and lets axe look at each. */
@InBrowser
class PicturesTest {

    private static final Path SCREENSHOTS = Path.of("screenshots");
    private static final Set<String> SEVERE = Set.of("serious", "critical");

    /** A page: its picture's name, its address, and what has to be on it before the picture is taken. */
    record Sight(String name, String path, String text) {}

    private static final List<Sight> SIGHTS = List.of(
            new Sight("overview", "/", "clickstream"),
            new Sight("services", "/services", "storefront"),
            new Sight("service", "/services/shop/deployment/recommendations", "Replicas"),
            new Sight("service-pods", "/services/shop/deployment/orders?tab=pods", "orders-"),
            new Sight("service-consumption", "/services/shop/deployment/notifications?tab=consumption", "Catches up"),
            new Sight("service-metrics", "/services/shop/deployment/orders?tab=metrics&range=15m", "No data"),
            new Sight("cluster-metrics", "/clusters/kafka/main?tab=metrics&range=15m", "Request handlers idle"),
            new Sight("clusters", "/clusters", "main"),
            new Sight("cluster", "/clusters/kafka/main", "in sync"),
            new Sight("cluster-brokers", "/clusters/kafka/main?tab=brokers", "brokers are up"),
            new Sight("cluster-pools", "/clusters/kafka/main?tab=pools", "brokers are up"),
            new Sight("deploy", "/clusters/new", "What it makes"),
            new Sight("cluster-placement", "/clusters/kafka/main?tab=placement", "clickstream"),
            new Sight("cluster-what-if", "/clusters/kafka/main?tab=what-if", "Zone"),
            new Sight("broker", "/clusters/kafka/main/brokers/0", "Where it runs"),
            new Sight("broker-partitions", "/clusters/kafka/main/brokers/0?tab=partitions", "orders-"),
            new Sight("broker-config", "/clusters/kafka/main/brokers/0?tab=config", "min.insync.replicas"),
            new Sight("service-rollouts", "/services/shop/deployment/recommendations?tab=rollouts", "Revision 2"),
            new Sight("service-events", "/services/shop/deployment/recommendations?tab=events", "BackOff"),
            new Sight("service-timeline", "/services/shop/deployment/orders?tab=timeline", "Applied"),
            new Sight("service-logs", "/services/shop/deployment/orders?tab=logs", "Published an order"),
            new Sight("service-yaml", "/services/shop/deployment/orders?tab=yaml", "apiVersion: apps/v1"),
            new Sight("topics", "/topics", "clickstream"),
            new Sight("topic", "/topics/kafka.main/orders", "Where it lies"),
            new Sight("topic-partitions", "/topics/kafka.main/orders?tab=partitions", "Healthy"),
            new Sight("topic-yaml", "/topics/kafka.main/orders?tab=yaml", "There is no KafkaTopic"),
            new Sight("service-volumes", "/services/kafka/strimzipodset/main-brokers", "Volumes"),
            new Sight("groups", "/groups", "warehouse-loader"),
            new Sight("group", "/groups/kafka.main/notifications", "Catches up"),
            new Sight("group-members", "/groups/kafka.main/notifications?tab=members", "notifications-"),
            new Sight("nodes", "/nodes", "node-c2"),
            new Sight("node", "/nodes/node-a1", "If it went away"),
            new Sight("changes", "/changes", "Changes"),
            new Sight("not-found", "/nowhere", "There is no page"));

    @Test
    @DisplayName("Each page can be used by all in a wide window, in light and dark")
    void eachPageInAWideWindow(RunningConsole console, SharedBrowser browser) {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        SoftAssertions all = new SoftAssertions();
        for (Sight sight : SIGHTS) {
            in(ColorScheme.LIGHT, page);
            open(page, console, sight);
            all.check(() -> assertFits(page, sight.name()));
            for (ColorScheme scheme : schemes()) {
                in(scheme, page);
                picture(page, sight.name(), SharedBrowser.WIDE, scheme);
                all.check(() -> assertUsable(page, scheme, sight.name() + " " + scheme));
            }
        }
        page.context().close();
        all.assertAll();
    }

    @Test
    @DisplayName("Each page fits a phone")
    void eachPageOnAPhone(RunningConsole console, SharedBrowser browser) {
        Page page = browser.signedIn(console, "ops", SharedBrowser.NARROW, ColorScheme.LIGHT);
        SoftAssertions all = new SoftAssertions();
        for (Sight sight : SIGHTS) {
            open(page, console, sight);
            all.check(() -> assertFits(page, sight.name()));
            picture(page, sight.name(), SharedBrowser.NARROW, ColorScheme.LIGHT);
        }
        page.context().close();
        all.assertAll();
    }

    private static void open(Page page, RunningConsole console, Sight sight) {
        page.navigate(console.url() + sight.path());
        page.locator("main").getByText(sight.text()).first().waitFor();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void theSignInPage(ColorScheme scheme, RunningConsole console, SharedBrowser browser) {
        Page page = browser.visitor(SharedBrowser.WIDE, scheme);
        page.navigate(console.url() + "/login");
        page.locator("input[name=username]").waitFor();
        picture(page, "sign-in", SharedBrowser.WIDE, scheme);
        assertUsable(page, scheme, "sign-in");
        page.context().close();
    }

    static List<ColorScheme> schemes() {
        return List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    }

    private static void in(ColorScheme scheme, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Ends what still moves, so that neither the picture nor who looks after it sees colours on their way. */
    private static void picture(Page page, String name, int width, ColorScheme scheme) {
        String file = name + (width == SharedBrowser.NARROW ? "-narrow" : "") + "-"
                + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve(file)));
    }

    /** All rules in light; in dark the one about contrast, for nothing else differs. */
    private static void assertUsable(Page page, ColorScheme scheme, String name) {
        // nothing here is in frames, which is what the slower mode is for
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        List<String> violations = (scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe)
                .analyze().getViolations().stream()
                        .filter(rule -> SEVERE.contains(rule.getImpact()))
                        .map(PicturesTest::inWords)
                        .toList();
        assertThat(violations).as(name).isEmpty();
    }

    private static void assertFits(Page page, String name) {
        boolean scrollsSideways = (boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
        assertThat(scrollsSideways).as(name + " scrolls sideways").isFalse();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
