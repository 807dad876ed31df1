package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.RunningConsole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The palette goes anywhere by the keyboard alone, and knows nothing that its person may not see. */
@InBrowser
class PaletteTest {

    private final RunningConsole console;
    private final SharedBrowser browser;

    PaletteTest(RunningConsole console, SharedBrowser browser) {
        this.console = console;
        this.browser = browser;
    }

    @Test
    void goesToWhatIsTyped() {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        open(page);
        page.keyboard().type("broker 1");
        assertThat(page.locator(".ph-palette-results [aria-selected=true]")).containsText("main broker 1");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/clusters/kafka/main/brokers/1"));
        assertThat(page.locator(".ph-palette-results")).not().isVisible();

        open(page);
        page.keyboard().type("orders shop");
        assertThat(page.locator(".ph-palette-results [aria-selected=true]")).containsText("Deployment");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".ph-palette-results [aria-selected=true]")).containsText("Pod");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/services/shop/deployment/orders\\?tab=pods&q=orders-"));
        page.context().close();
    }

    @Test
    void findsNothingThatItsPersonMayNotSee() {
        Page page = browser.signedIn(console, "dev", SharedBrowser.WIDE, ColorScheme.LIGHT);
        for (String hidden : new String[] {"main-brokers", "trends", "node-a1", "broker"}) {
            open(page);
            page.keyboard().type(hidden);
            assertThat(page.locator(".ph-palette-none")).containsText("“" + hidden + "”");
            page.keyboard().press("Escape");
            assertThat(page.locator(".ph-palette-search")).not().isVisible();
        }
        page.context().close();
    }

    private static void open(Page page) {
        page.keyboard().press("Control+k");
        assertThat(page.locator(".ph-palette-search input")).isFocused();
        assertThat(page.locator(".ph-palette-search input")).hasValue("");
    }
}
