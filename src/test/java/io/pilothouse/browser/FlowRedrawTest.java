package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleConsole;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Flow.Direction;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.Workload;
import io.pilothouse.testbed.RunningConsole;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class FlowRedrawTest {

    @Test
    void theSameGraphIsDrawnAgainAfterThereWasNothingToDraw(SharedBrowser browser) {
        try (SampleConsole console = SampleConsole.start(RunningConsole.PASSWORD)) {
            console.store().show(somethingFlows());
            Page page = browser.signedIn(console.url(), "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
            Locator orders = page.locator("flow-graph a[data-id='t:kafka/main/orders']");
            assertThat(orders).isVisible();

            console.store().show(SampleFleet.of().build());
            assertThat(page.getByText("Nothing to draw")).isVisible();
            console.store().show(somethingFlows());

            assertThat(orders).isVisible();
            page.context().close();
        }
    }

    private static Fleet somethingFlows() {
        Topic orders = SampleTopic.of("orders").build();
        Workload service = SampleWorkload.deployment("shop", "orders").build();
        return SampleFleet.of(service)
                .with(SampleCluster.of(SampleFleet.MAIN).topics(orders).build())
                .flows(new Flow(service.id(), orders.id(), Direction.WRITES, Optional.of(3.0)))
                .build();
    }
}
