package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.KubernetesFacts;
import io.pilothouse.fleet.spi.MetricFacts;
import io.pilothouse.fleet.spi.Preparations;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the picture current: joins it anew when a source told something, at most four times a second, and once a second in any case,
 * since some states come by the passing of time. All joining is done by one thread.
 */
@Component
class FleetRefresher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FleetRefresher.class);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(250);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(1);

    private final KubernetesFacts kubernetes;
    private final Preparing preparing;
    private final LiveFleetStore store;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fleet").factory());
    private final KafkaReadings kafka;
    private final RepeatedReading<MetricState> metrics;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile boolean running;
    private long lastJoin = System.nanoTime() - SHORTEST_INTERVAL.toNanos();
    private FleetJoiner.Joined joined;

    FleetRefresher(
            KubernetesFacts kubernetes,
            KafkaFacts kafka,
            MetricFacts metrics,
            ObjectProvider<Preparations> preparations,
            LiveFleetStore store,
            FleetProperties properties,
            Clock clock) {
        this.kubernetes = kubernetes;
        this.preparing = new Preparing(preparations.stream().toList());
        this.store = store;
        this.clock = clock;
        this.kafka = new KafkaReadings(kafka, properties, clock, timer, this::wake);
        this.metrics = new RepeatedReading<>(
                Source.PROMETHEUS.title(),
                () -> MetricReading.read(metrics),
                properties.metricsInterval(),
                clock,
                timer,
                this::wake);
        this.joined = FleetJoiner.nothingYet(clock.instant());
    }

    @Override
    public void start() {
        running = true;
        kubernetes.onChange(this::wake);
        metrics.start();
        timer.scheduleWithFixedDelay(this::join, 0, LONGEST_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        kafka.end();
        metrics.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void wake() {
        if (running && due.compareAndSet(false, true)) {
            timer.execute(this::joinSoon);
        }
    }

    private void joinSoon() {
        long wait = lastJoin + SHORTEST_INTERVAL.toNanos() - System.nanoTime();
        timer.schedule(this::join, Math.max(0, wait), TimeUnit.NANOSECONDS);
    }

    private void join() {
        due.set(false);
        lastJoin = System.nanoTime();
        try {
            var state = kubernetes.current();
            kafka.follow(state);
            Facts facts = new Facts(
                    preparing.explained(Source.KUBERNETES, state),
                    kafka.last().entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, entry -> preparing.explained(Source.KAFKA, entry.getValue()))),
                    kafka.lastProgress(),
                    kafka.connections(),
                    preparing.explained(Source.PROMETHEUS, metrics.last()));
            publish(FleetJoiner.join(facts, joined, clock.instant()));
        } catch (RuntimeException e) {
            log.error("The picture could not be joined; the one before stays", e);
        }
    }

    private void publish(FleetJoiner.Joined next) {
        boolean changed = !sameContent(next.fleet(), joined.fleet());
        joined = changed ? next : new FleetJoiner.Joined(next.facts(), joined.fleet());
        if (changed) {
            store.publish(next.fleet());
        }
    }

    private static boolean sameContent(Fleet one, Fleet other) {
        return one.sources().equals(other.sources())
                && one.namespaces().equals(other.namespaces())
                && one.nodes().equals(other.nodes())
                && one.clusters().equals(other.clusters())
                && one.usage().equals(other.usage())
                && one.flows().equals(other.flows());
    }
}
