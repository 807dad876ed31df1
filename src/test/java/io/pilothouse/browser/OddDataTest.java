package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.fixture.SampleConsole;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.testbed.RunningConsole;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever things are called, however many there are and whatever their clocks say: pages show it as text, in its place. */
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddDataTest {

    /** "-5 s", but not "topic-5 s": no time that passes is below zero. */
    private static final Pattern NEGATIVE_TIME = Pattern.compile("(?<![\\w)])[-−]\\d+ ?(ms|s|min|h|d)\\b");

    /** Parts of a page whose content is wider than they are, lists among them where there is room; in narrow windows those scroll. */
    private static final String TOO_WIDE = """
            () => {
              const parts = [document.querySelector('main'), ...document.querySelectorAll('main :is(.ph-card, .ph-page, h1, h2)')];
              const lists = innerWidth > 1000 ? [...document.querySelectorAll('main vaadin-grid')] : [];
              return [...parts, ...lists.map((list) => list.$.table)]
                .filter((part) => part.scrollWidth > part.clientWidth + 1)
                .map((part) => `${part.tagName}.${part.className} ${part.scrollWidth} > ${part.clientWidth}`);
            }
            """;

    private static final String SERVICE = "/services/" + OddFleet.NAMESPACE + "/deployment/" + OddFleet.OBJECT;
    private static final String TOPIC = "/" + FleetNavigation.topic(new TopicId(SampleFleet.MAIN, OddFleet.TOPIC));
    private static final String NODE = "/nodes/" + OddFleet.OBJECT;

    /** A page and what has to be on it as it is, before it is looked at. */
    record Sight(String path, String text) {}

    private static final List<Sight> SIGHTS = List.of(
            new Sight("/", OddFleet.HTML),
            new Sight("/services", OddFleet.OBJECT),
            new Sight(SERVICE, OddFleet.HTML),
            new Sight(SERVICE + "?tab=pods", OddFleet.HTML),
            new Sight(SERVICE + "?tab=rollouts", OddFleet.RIGHT_TO_LEFT),
            new Sight(SERVICE + "?tab=consumption", OddFleet.RIGHT_TO_LEFT),
            new Sight(SERVICE + "?tab=events", OddFleet.HTML),
            new Sight("/topics", OddFleet.TOPIC),
            new Sight(TOPIC, OddFleet.RIGHT_TO_LEFT),
            new Sight(TOPIC + "?tab=consumers", OddFleet.HTML),
            new Sight(TOPIC + "?tab=config", OddFleet.HTML),
            new Sight(TOPIC + "?tab=partitions", "Healthy"),
            new Sight("/groups", OddFleet.HTML),
            new Sight(group(OddFleet.RIGHT_TO_LEFT), OddFleet.RIGHT_TO_LEFT),
            new Sight(group(OddFleet.HTML), OddFleet.HTML),
            new Sight(group(OddFleet.GROUP), "ünusual"),
            new Sight(group(OddFleet.GROUP) + "?tab=members", OddFleet.HTML),
            new Sight(group(OddFleet.GROUP) + "?tab=partitions", "orders"),
            new Sight("/nodes", OddFleet.OBJECT),
            new Sight(NODE, OddFleet.HTML),
            new Sight(NODE + "?tab=pods", OddFleet.OBJECT),
            new Sight("/clusters", "legacy"),
            new Sight("/clusters/kafka/main", OddFleet.HTML),
            new Sight("/clusters/kafka/main?tab=brokers", OddFleet.HTML),
            new Sight("/clusters/kafka/main?tab=placement", OddFleet.TOPIC),
            new Sight("/clusters/kafka/main/brokers/1", OddFleet.HTML));

    private final SharedBrowser browser;
    private final SampleConsole console = SampleConsole.start(RunningConsole.PASSWORD);

    OddDataTest(SharedBrowser browser) {
        this.browser = browser;
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void oddNamesAndTimesAreShownAsTextInTheirPlaceInWideAndNarrowWindows() {
        console.store().show(OddFleet.odd());
        Page page = signedIn();
        SoftAssertions all = new SoftAssertions();
        for (Sight sight : SIGHTS) {
            page.setViewportSize(SharedBrowser.WIDE, SharedBrowser.HEIGHT);
            page.navigate(console.url() + sight.path());
            page.locator("main").getByText(sight.text()).first().waitFor();
            all.check(() -> assertLooksRight(page, sight.path()));
            page.setViewportSize(SharedBrowser.NARROW, SharedBrowser.HEIGHT);
            // parts that measure themselves follow a window that gets narrower a moment later
            all.check(() -> await().pollInSameThread()
                    .untilAsserted(() -> assertLooksRight(page, sight.path() + " when narrow")));
        }
        page.context().close();
        all.assertAll();
    }

    @Test
    void thePaletteFindsAndShowsOddNamesAsText() {
        console.store().show(OddFleet.odd());
        Page page = signedIn();
        for (String name : List.of(OddFleet.HTML, OddFleet.RIGHT_TO_LEFT, OddFleet.TOPIC, "ünusual")) {
            page.keyboard().press("Control+k");
            Locator search = page.locator(".ph-palette-search input");
            assertThat(search).isFocused();
            search.fill(name);
            assertThat(page.locator(".ph-palette-results [aria-selected=true] .ph-palette-name"))
                    .containsText(name);
            assertThat(page.locator(".ph-palette-results").evaluate("part => part.scrollWidth <= part.clientWidth + 1"))
                    .as(name)
                    .isEqualTo(true);
            assertLooksRight(page, "palette with " + name);
            page.keyboard().press("Escape");
            assertThat(search).isHidden();
        }
        page.context().close();
    }

    private Page signedIn() {
        return browser.signedIn(console.url(), "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    private static void assertLooksRight(Page page, String path) {
        assertThat(page.evaluate("window.ran")).as(path + " ran a script").isNull();
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"))
                .as(path + " scrolls sideways")
                .isEqualTo(false);
        assertThat(page.evaluate(TOO_WIDE))
                .as(path + " has wider parts than the page")
                .isEqualTo(List.of());
        assertThat(page.locator("main").innerText()).as(path).doesNotContainPattern(NEGATIVE_TIME);
    }

    private static String group(String name) {
        return "/" + FleetNavigation.group(new GroupId(SampleFleet.MAIN, name));
    }
}
