package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pilothouse.fixture.SampleConsole;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.testbed.RunningConsole;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrowserExtension.class)
class ClocksTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void agesAreByTheServersClockWhateverThatOfTheBrowserSays(int hours, SharedBrowser browser) {
        try (SampleConsole console = SampleConsole.start(RunningConsole.PASSWORD)) {
            console.store().show(SampleFleet.shop().build());
            Page page = browser.visitor();
            page.clock()
                    .install(new Clock.InstallOptions()
                            .setTime(SampleFleet.NOW
                                    .plus(Duration.ofHours(hours))
                                    .toEpochMilli()));
            SharedBrowser.signIn(page, console.url(), "ops");

            assertThat(page.locator("main .ph-finding")
                            .filter(new Locator.FilterOptions().setHasText("recommendations"))
                            .locator(".ph-finding-since"))
                    .hasText(since(SampleFleet.NOW.minusSeconds(1900)));
            page.context().close();
        }
    }

    /** The time since then by the clock of this machine; a minute may pass while the page is looked at. */
    private static Pattern since(Instant then) {
        long minutes = Duration.between(then, Instant.now()).toMinutes();
        return Pattern.compile("for (" + inWords(minutes) + "|" + inWords(minutes + 1) + ").*");
    }

    private static String inWords(long minutes) {
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h";
    }
}
