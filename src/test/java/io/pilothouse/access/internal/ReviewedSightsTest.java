package io.pilothouse.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Person;
import io.pilothouse.access.Pictures;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.Sight;
import io.pilothouse.access.spi.ScriptedReviews;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.base.SettableClock;
import io.pilothouse.testbed.RunsAlongside;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RunsAlongside
class ReviewedSightsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofHours(1);
    private static final Person DEV = new Person("dev", Set.of("shop-developers"));
    private static final Person OPS = new Person("ops", Set.of("platform-team"));
    private static final Right DEPLOYMENTS_OF_SHOP = ReadableKind.DEPLOYMENTS.list("shop");
    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final Right MAIN_CLUSTER = ReadableKind.KAFKAS.get("kafka", "main");

    private final ScriptedReviews reviews = new ScriptedReviews();
    private final HeldFleet fleet = new HeldFleet();
    private final SettableClock clock = new SettableClock();
    private final ReviewedSights sights = new ReviewedSights(
            reviews, fleet, new AccessProperties(List.of(), Set.of("platform-team"), INTERVAL, GRACE), clock);

    @AfterEach
    void stop() {
        sights.stop();
    }

    @Test
    void neverWaitsForAnAnswer() {
        Runnable answer = reviews.hang();
        assertThat(sights.of(DEV)).isInstanceOf(Observed.Missing.class);
        answer.run();
        await().until(() -> sights.of(DEV).known().equals(Optional.of(Sight.NOTHING)));
    }

    @Test
    void aRightThatIsTakenAwayIsGoneAfterTheIntervalAndThePageIsTold() {
        reviews.allow(DEPLOYMENTS_OF_SHOP, MAIN_CLUSTER);
        fleet.hold(Pictures.of(
                Pictures.withNamespaces("shop", "payroll")
                        .workloads()
                        .map(workload -> workload.id())
                        .toList(),
                List.of(MAIN)));
        AtomicInteger told = new AtomicInteger();
        sights.start();
        sights.subscribe(DEV, () -> {
            throw new IllegalStateException("a page that fails");
        });
        sights.subscribe(DEV, told::incrementAndGet);
        await().until(() -> known().sees(ReadableKind.DEPLOYMENTS, "shop") && known().sees(MAIN));
        assertThat(known().sees(ReadableKind.DEPLOYMENTS, "payroll")).isFalse();
        assertThat(known().sees(ReadableKind.PODS, "shop")).isFalse();
        int before = told.get();

        reviews.refuse(DEPLOYMENTS_OF_SHOP, MAIN_CLUSTER);
        clock.moveOn(INTERVAL);

        await().until(() -> !known().sees(ReadableKind.DEPLOYMENTS, "shop") && !known().sees(MAIN));
        await().until(() -> told.get() > before);
        assertThat(known()).isEqualTo(Sight.NOTHING);
    }

    @Test
    void aNamespaceAndAClusterThatAppearAreAskedForAtOnce() {
        reviews.allow(DEPLOYMENTS_OF_SHOP, MAIN_CLUSTER);
        sights.start();
        sights.subscribe(DEV, () -> {});
        await().until(() -> sights.of(DEV).known().isPresent());
        fleet.hold(Pictures.of(
                Pictures.withNamespaces("shop")
                        .workloads()
                        .map(workload -> workload.id())
                        .toList(),
                List.of(MAIN)));
        await().until(() -> known().sees(ReadableKind.DEPLOYMENTS, "shop") && known().sees(MAIN));
    }

    @Test
    void whoMayListEverywhereIsNotAskedAboutNamespaceByNamespace() {
        for (ReadableKind kind : ReadableKind.values()) {
            reviews.allow(kind.list(""));
        }
        fleet.hold(Pictures.withNamespaces("shop", "payroll"));
        sights.of(OPS);
        await().until(() -> sights.of(OPS).known().isPresent());
        assertThat(reviews.takeAsked())
                .allSatisfy(right -> assertThat(right.namespace()).isEmpty());
        assertThat(sights.of(OPS).known().orElseThrow().sees(ReadableKind.PODS, "anywhere"))
                .isTrue();
    }

    @Test
    void nobodyIsAskedAboutWhoDoesNotLook() {
        sights.start();
        Runnable end = sights.subscribe(DEV, () -> {});
        await().until(() -> sights.of(DEV).known().isPresent());
        clock.moveOn(Duration.ofHours(8));
        await().during(Duration.ofSeconds(1)).until(() -> sights.people().contains(DEV));
        end.run();
        clock.moveOn(Duration.ofSeconds(31));
        await().until(() -> sights.people().isEmpty());
        reviews.takeAsked();
        clock.moveOn(INTERVAL);
        await().during(Duration.ofSeconds(1)).until(() -> reviews.takeAsked().isEmpty());
    }

    @Test
    void theLastAnswerHoldsThroughAnOutageButNotForEver() {
        reviews.allow(DEPLOYMENTS_OF_SHOP);
        fleet.hold(Pictures.withNamespaces("shop"));
        sights.start();
        sights.subscribe(DEV, () -> {});
        await().until(() -> sights.of(DEV) instanceof Observed.Fresh);

        reviews.gone(true);
        clock.moveOn(INTERVAL);
        await().until(() -> sights.of(DEV) instanceof Observed.Stale);
        assertThat(known().sees(ReadableKind.DEPLOYMENTS, "shop")).isTrue();

        clock.moveOn(GRACE);
        await().until(() -> sights.of(DEV) instanceof Observed.Missing);

        reviews.gone(false);
        clock.moveOn(Duration.ofSeconds(1));
        await().until(() -> sights.of(DEV) instanceof Observed.Fresh);
        assertThat(known().sees(ReadableKind.DEPLOYMENTS, "shop")).isTrue();
    }

    @Test
    void beforeAnyAnswerOnlyBootstrapGroupsSeeTheConfiguredClusters() {
        reviews.gone(true);
        fleet.hold(Pictures.of(List.of(), List.of(MAIN)));
        sights.start();
        sights.subscribe(OPS, () -> {});
        sights.subscribe(DEV, () -> {});
        await().until(() -> sights.of(OPS).known().isPresent());
        Sight ops = sights.of(OPS).known().orElseThrow();
        assertThat(ops.sees(MAIN)).isTrue();
        assertThat(ops.everywhere()).isEmpty();
        assertThat(ops.within()).isEmpty();
        await().until(() -> sights.of(DEV).problem().equals(Optional.of(ScriptedReviews.GONE)));
        assertThat(sights.of(DEV).known()).isEmpty();

        reviews.gone(false);
        clock.moveOn(Duration.ofSeconds(1));
        await().until(() -> sights.of(OPS) instanceof Observed.Fresh);
        assertThat(sights.of(OPS).known()).contains(Sight.NOTHING);

        reviews.gone(true);
        clock.moveOn(INTERVAL);
        await().until(() -> sights.of(OPS) instanceof Observed.Stale);
        assertThat(sights.of(OPS).known()).contains(Sight.NOTHING);
    }

    @Test
    void whatWasRefusedInManyNamespacesIsAskedAgainInTurns() {
        String[] namespaces =
                IntStream.range(0, 300).mapToObj(number -> "team-" + number).toArray(String[]::new);
        fleet.hold(Pictures.withNamespaces(namespaces));
        reviews.allow(ReadableKind.DEPLOYMENTS.list("team-7"));
        sights.start();
        sights.subscribe(DEV, () -> {});
        await().until(() -> known().sees(ReadableKind.DEPLOYMENTS, "team-7"));
        assertThat(reviews.takeAsked()).hasSizeGreaterThan(300 * 4);

        reviews.allow(ReadableKind.PODS.list("team-299"));
        int rounds = 0;
        while (!known().sees(ReadableKind.PODS, "team-299")) {
            Observed<Sight> before = sights.of(DEV);
            clock.moveOn(INTERVAL);
            await().until(() -> !sights.of(DEV).observedAt().equals(before.observedAt()));
            assertThat(reviews.takeAsked())
                    .hasSizeLessThanOrEqualTo(200 + ReadableKind.values().length + 2)
                    .contains(ReadableKind.DEPLOYMENTS.list("team-7"));
            rounds++;
        }
        assertThat(rounds).isBetween(1, 300 * ReadableKind.values().length / 200 + 1);
    }

    private Sight known() {
        return sights.of(DEV).known().orElse(Sight.NOTHING);
    }
}
