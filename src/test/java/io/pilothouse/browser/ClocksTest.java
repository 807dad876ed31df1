package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pilothouse.fixture.SampleConsole;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.testbed.RunningConsole;
import java.time.Duration;
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
                    .hasText(Pattern.compile("for 3\\d min"));
            page.context().close();
        }
    }
}
