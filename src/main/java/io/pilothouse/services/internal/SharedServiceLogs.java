package io.pilothouse.services.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.LogViewer;
import io.pilothouse.services.ServiceLogs;
import io.pilothouse.services.spi.ContainerLogs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One set of connections for each service whose logs somebody looks at, and none for the others. */
@Component
class SharedServiceLogs implements ServiceLogs, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SharedServiceLogs.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private record Key(WorkloadId service, boolean previous) {}

    private record Shared(FollowedService service, List<CheckedLogViewer> viewers) {}

    private final ContainerLogs logs;
    private final AccessReviews reviews;
    private final FleetStore store;
    private final Clock clock;
    private final Map<Key, Shared> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("logs").factory());
    private volatile boolean running;

    SharedServiceLogs(ContainerLogs logs, AccessReviews reviews, FleetStore store, Clock clock) {
        this.logs = logs;
        this.reviews = reviews;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public LogViewer open(Person person, WorkloadId service, boolean previous, Runnable onChange) {
        Key key = new Key(service, previous);
        Right right = new Right("get", "", "pods/log", service.namespace(), "");
        CheckedLogViewer viewer =
                new CheckedLogViewer(person, right, reviews, clock, onChange, closed -> close(key, closed));
        Shared shared = Objects.requireNonNull(open.compute(key, (_, present) -> {
            Shared joined = present == null
                    ? new Shared(new FollowedService(service, previous, logs, clock), new CopyOnWriteArrayList<>())
                    : present;
            joined.viewers().add(viewer);
            return joined;
        }));
        reviewWhereDue(shared);
        return viewer;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::tend, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        open.values().forEach(shared -> shared.service().close());
        open.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How many services' logs are followed now. */
    int followed() {
        return open.size();
    }

    private void close(Key key, CheckedLogViewer viewer) {
        open.computeIfPresent(key, (_, shared) -> {
            shared.viewers().remove(viewer);
            if (!shared.viewers().isEmpty()) {
                return shared;
            }
            shared.service().close();
            return null;
        });
    }

    private void tend() {
        for (Map.Entry<Key, Shared> entry : open.entrySet()) {
            try {
                tend(entry.getKey(), entry.getValue());
            } catch (RuntimeException e) {
                log.warn("The logs of {} could not be tended to; they are tried again", entry.getKey(), e);
            }
        }
    }

    /** As long as nobody who looks may see it, nothing is read. */
    private void tend(Key key, Shared shared) {
        reviewWhereDue(shared);
        open.computeIfPresent(key, (_, present) -> {
            if (shared.viewers().stream().anyMatch(CheckedLogViewer::mayLook)) {
                present.service().tend(store.current());
            } else {
                present.service().close();
            }
            return present;
        });
        shared.viewers().forEach(CheckedLogViewer::tell);
    }

    private static void reviewWhereDue(Shared shared) {
        shared.viewers().stream()
                .filter(CheckedLogViewer::claimReview)
                .forEach(viewer ->
                        Thread.ofVirtual().name("review of logs").start(() -> viewer.review(shared.service())));
    }
}
