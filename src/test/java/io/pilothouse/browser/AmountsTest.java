package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleConsole;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SampleNode;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Topic;
import io.pilothouse.testbed.RunningConsole;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of nothing and of very many. */
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmountsTest {

    private static final int MANY = 10_000;
    private static final Locator.GetByTextOptions EXACT = new Locator.GetByTextOptions().setExact(true);

    private final SharedBrowser browser;
    private final SampleConsole console = SampleConsole.start(RunningConsole.PASSWORD);

    AmountsTest(SharedBrowser browser) {
        this.browser = browser;
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void withNothingToShowEachListSaysWhy() {
        console.store().show(SampleFleet.of().build());
        Page page = signedIn();
        Map.of(
                        "/services", "There are no services",
                        "/topics", "There are no topics",
                        "/groups", "There are no consumer groups",
                        "/nodes", "There are no nodes",
                        "/clusters", "There is no Kafka cluster",
                        "/", "Nothing to draw")
                .forEach((path, text) -> {
                    page.navigate(console.url() + path);
                    assertThat(page.locator("main .ph-empty").getByText(text).first())
                            .isVisible();
                });
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            services, service-9999
            topics,   topic-9999
            groups,   group-9999
            nodes,    node-9999
            """)
    void tenThousandRowsOpenScrollToTheEndAndFilter(String list, String last) {
        console.store().show(many());
        Page page = signedIn();
        page.navigate(console.url() + "/" + list + "?sort=-name");
        Locator first = page.locator("main .ph-row-link").getByText(last, EXACT);
        assertThat(first).isVisible();
        assertThat(page.locator("main")
                        .getByText(Pattern.compile("^10\\u202f000$"))
                        .first())
                .isVisible();

        page.evaluate("document.querySelector('main vaadin-grid').scrollToIndex(9999)");
        assertThat(page.locator("main .ph-row-link").getByText(last.replace("9999", "0"), EXACT))
                .isVisible();

        page.locator(".ph-search input").fill(last);
        assertThat(first).isVisible();
        assertThat(page.locator("main")
                        .getByText(Pattern.compile("^1 of 10\\u202f000$"))
                        .first())
                .isVisible();
        page.context().close();
    }

    private Page signedIn() {
        return browser.signedIn(console.url(), "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
    }

    private static Fleet many() {
        SampleFleet fleet = SampleFleet.large(MANY, 40)
                .with(SampleCluster.of(SampleFleet.MAIN)
                        .topics(IntStream.range(0, MANY)
                                .mapToObj(number -> SampleTopic.of("topic-" + number)
                                        .partitions(1)
                                        .build())
                                .toArray(Topic[]::new))
                        .groups(IntStream.range(0, MANY)
                                .mapToObj(number -> SampleGroup.of("group-" + number)
                                        .partitions(1)
                                        .build())
                                .toArray(ConsumerGroup[]::new))
                        .build());
        IntStream.range(0, MANY)
                .forEach(number -> fleet.with(SampleNode.named("node-" + number).build()));
        return fleet.build();
    }
}
