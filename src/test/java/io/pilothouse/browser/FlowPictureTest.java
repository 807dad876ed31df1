package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Flow;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The graph of the scene: who writes what and who reads it, as plain Admin calls and the manifests tell. */
@InBrowser
class FlowPictureTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    /** Records whose number says enough about the speed at which they came. */
    private static final int ENOUGH = 450;

    private static final int PARTITIONS = 12;

    @Test
    void showsWhoWritesAndWhoReadsAndLeadsThere(RunningConsole console, SharedBrowser browser) {
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        Locator orders = page.locator("flow-graph a[data-id='t:kafka/main/orders']");

        assertThat(orders)
                .hasAttribute(
                        "aria-label",
                        Pattern.compile(
                                "topic orders; Healthy; orders writes to orders, \\d+ /s;(?=.*notifications reads orders)"
                                        + "(?=.*payments reads orders)(?=.*trends reads orders).*"));

        page.evaluate("window.loadedOnce = true");
        orders.click();
        assertThat(page).hasURL(console.url() + "/topics/kafka.main/orders");
        assertThat(page.locator("main h1")).hasText("orders");
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void itsRatesAreThoseAtWhichTheTopicGrows(LocalPlatform platform, RunningConsole console) {
        FleetStore store = console.bean(FleetStore.class);
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()))) {
            await().atMost(SOON).untilAsserted(() -> {
                long begin = written(kafka);
                long began = System.nanoTime();
                await().atMost(SOON).until(() -> written(kafka) >= begin + ENOUGH);
                double witness = (written(kafka) - begin) * 1e9 / (System.nanoTime() - began);
                Map<Flow.Direction, Flow> payments = store.current().flows().stream()
                        .filter(flow -> flow.topic().name().equals("orders"))
                        .filter(flow -> flow.service()
                                .name()
                                .equals(flow.direction() == Flow.Direction.WRITES ? "orders" : "payments"))
                        .collect(Collectors.toMap(Flow::direction, Function.identity()));

                assertThat(payments.values())
                        .hasSize(2)
                        .allSatisfy(
                                flow -> assertThat(flow.rate().orElseThrow()).isCloseTo(witness, withinPercentage(20)));
            });
        }
    }

    private static long written(Admin kafka) throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(number -> new TopicPartition("orders", number), _ -> OffsetSpec.latest()));
        return kafka.listOffsets(wanted).all().get(10, TimeUnit.SECONDS).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }
}
