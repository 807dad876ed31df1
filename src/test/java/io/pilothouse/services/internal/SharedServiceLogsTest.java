package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.ScriptedReviews;
import io.pilothouse.base.SettableClock;
import io.pilothouse.fixture.FakeFleetStore;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.LogBatch;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.LogStatus;
import io.pilothouse.services.LogViewer;
import io.pilothouse.services.spi.ContainerLogs;
import io.pilothouse.services.spi.ScriptedLogs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedServiceLogsTest {

    private static final Person DEV = new Person("dev", Set.of("shop-developers"));
    private static final Person OPS = new Person("ops", Set.of("platform-team"));
    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final Right LOGS_OF_SHOP = new Right("get", "", "pods/log", "shop", "");
    private static final ContainerLogs.Source FIRST = new ContainerLogs.Source("shop", "orders-1", "app");

    private final SettableClock clock = new SettableClock();
    private final ScriptedLogs logs = new ScriptedLogs();
    private final ScriptedReviews reviews = new ScriptedReviews();
    private final FakeFleetStore store = new FakeFleetStore(fleet(pod(1), pod(2)));
    private final SharedServiceLogs shared = new SharedServiceLogs(logs, reviews, store, clock);

    @BeforeEach
    void start() {
        shared.start();
    }

    @AfterEach
    void stop() {
        shared.stop();
    }

    @Test
    void whoMayNotGetLogsIsToldWhichRightIsMissingAndNothingIsRead() {
        LogViewer viewer = open(DEV);

        await().until(() -> viewer.take().status().equals(new LogStatus.Denied(LOGS_OF_SHOP)));
        assertThat(viewer.kept()).isEmpty();
        assertThat(logs.takeAsked()).isEmpty();

        reviews.allow(LOGS_OF_SHOP);
        clock.moveOn(Duration.ofSeconds(10));
        await().until(() -> viewer.take().status() instanceof LogStatus.Reading);
    }

    @Test
    void aRightThatIsTakenAwayEndsTheLook() {
        reviews.allow(LOGS_OF_SHOP);
        LogViewer viewer = open(DEV);
        await().until(() -> logs.open().size() == 2);
        logs.write(FIRST, SettableClock.START, "one");
        assertThat(viewer.kept()).hasSize(1);

        reviews.refuse(LOGS_OF_SHOP);
        clock.moveOn(Duration.ofSeconds(10));

        await().until(() -> viewer.take().status() instanceof LogStatus.Denied);
        assertThat(viewer.kept()).isEmpty();
        await().until(() -> logs.open().isEmpty());
    }

    @Test
    void whileNobodyCanTellTheLastAnswerHoldsForAWhile() {
        reviews.gone(true);
        LogViewer late = open(OPS);
        await().until(() -> late.take().status().equals(new LogStatus.Unknown(ScriptedReviews.GONE)));
        late.close();
        reviews.gone(false);
        reviews.allow(LOGS_OF_SHOP);
        LogViewer viewer = open(DEV);
        await().until(() -> viewer.take().status() instanceof LogStatus.Reading);

        reviews.takeAsked();
        reviews.gone(true);
        clock.moveOn(Duration.ofSeconds(10));
        await().until(() -> !reviews.takeAsked().isEmpty());
        assertThat(viewer.take().status()).isInstanceOf(LogStatus.Reading.class);

        clock.moveOn(Duration.ofSeconds(60));
        await().until(() -> viewer.take().status() instanceof LogStatus.Unknown);
    }

    @Test
    void manyWhoLookAtOneServiceReadItOnceAndTheLastToGoEndsIt() {
        reviews.allow(LOGS_OF_SHOP);
        AtomicInteger told = new AtomicInteger();
        LogViewer one = shared.open(DEV, ORDERS, false, told::incrementAndGet);
        LogViewer other = open(OPS);
        await().until(() -> logs.open().size() == 2);
        logs.write(FIRST, SettableClock.START, "one");

        await().until(() -> told.get() > 0);
        await().untilAsserted(
                        () -> assertThat(one.take().status()).isEqualTo(new LogStatus.Reading(2, 0, 0, List.of())));
        assertThat(other.take().lines()).extracting(LogLine::text).containsExactly("one");
        assertThat(other.take().lines()).isEmpty();
        assertThat(logs.takeAsked()).hasSize(2);

        one.close();
        assertThat(logs.open()).hasSize(2);
        other.close();
        assertThat(logs.open()).isEmpty();
        assertThat(shared.followed()).isZero();
    }

    @Test
    void podsThatComeAreReadTooAndThoseThatGoNoMore() {
        reviews.allow(LOGS_OF_SHOP);
        open(DEV);
        await().until(() -> logs.open().size() == 2);

        store.show(fleet(pod(2), pod(3)));

        await().untilAsserted(() -> assertThat(logs.open()).containsExactly("orders-2/app", "orders-3/app"));
    }

    @Test
    void ofVeryManyPodsTheNewestAreRead() {
        reviews.allow(LOGS_OF_SHOP);
        store.show(fleet(IntStream.rangeClosed(1, 70)
                .mapToObj(SharedServiceLogsTest::pod)
                .toArray(Pod[]::new)));
        LogViewer viewer = open(DEV);

        await().until(() -> logs.open().size() == FollowedService.AT_ONCE);
        assertThat(logs.open()).contains("orders-70/app").doesNotContain("orders-1/app");
        assertThat(viewer.take().status()).isEqualTo(new LogStatus.Reading(50, 0, 20, List.of()));
    }

    @Test
    void whatComesTooFastIsCountedAndLeftOut() {
        reviews.allow(LOGS_OF_SHOP);
        LogViewer viewer = open(DEV);
        await().until(() -> logs.open().size() == 2);
        logs.write(FIRST, SettableClock.START, "one");
        viewer.take();
        IntStream.rangeClosed(1, 8_000)
                .forEach(number -> logs.write(FIRST, SettableClock.START.plusNanos(number), "line " + number));

        LogBatch batch = viewer.take();

        assertThat(batch.skipped()).isEqualTo(7_000);
        assertThat(batch.lines()).hasSize(1_000);
        assertThat(batch.lines().getLast().text()).isEqualTo("line 8000");
    }

    private LogViewer open(Person person) {
        return shared.open(person, ORDERS, false, () -> {});
    }

    private static Fleet fleet(Pod... pods) {
        Workload orders = SampleWorkload.deployment("shop", "orders").pods(pods).build();
        return SampleFleet.of(orders).build();
    }

    private static Pod pod(int number) {
        return SamplePod.named("shop", "orders-" + number)
                .created(SettableClock.START.plusSeconds(number))
                .build();
    }
}
