package io.pilothouse.change.internal;

import io.pilothouse.audit.AuditLog;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.Stage;
import io.pilothouse.audit.Unrecorded;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Progress;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows changes until nothing more is to come, and records how they end. It takes up what another console, or this one before a restart, has
 * begun: all it needs stands in the audit log and in the picture.
 */
@Component
class ChangeFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeFollower.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Whoever confirmed it has had the API server's answer by then, or never gets it. */
    private static final Duration ANSWERED = Duration.ofSeconds(30);

    private static final String SILENT =
            "Kubernetes, which does not answer now; this is how far it was when it last did";

    private final AuditLog audit;
    private final FleetStore fleets;
    private final ChangeRecords records;
    private final ChangeCodec codec;
    private final Recovery recovery;
    private final Clock clock;
    private final Map<String, Followed> followed = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("changes").factory());
    private volatile boolean running;

    ChangeFollower(
            AuditLog audit,
            FleetStore fleets,
            ChangeRecords records,
            ChangeCodec codec,
            Recovery recovery,
            Clock clock) {
        this.audit = audit;
        this.fleets = fleets;
        this.records = records;
        this.codec = codec;
        this.recovery = recovery;
        this.clock = clock;
    }

    /** It is about to be written; until its outcome is told here, nobody else looks for it. */
    void begun(AuditRecord requested) {
        busy.add(requested.change());
    }

    /**
     * The cluster has taken it.
     *
     * @param generation the target's, as the change left it
     */
    void applied(AuditRecord requested, Change change, long generation) throws Unrecorded {
        AuditRecord applied = records.next(requested, Stage.APPLIED, codec.write(change, generation), "");
        audit.append(applied);
        follow(applied, change, generation);
        busy.remove(requested.change());
        followSoon();
    }

    /** It has ended, or nobody can tell: then it is found out by and by. */
    void answered(AuditRecord requested) {
        busy.remove(requested.change());
    }

    /** How far it is; empty for one that is not followed. */
    Optional<Progress> progress(String id) {
        return Optional.ofNullable(followed.get(id)).map(Followed::progress);
    }

    Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void start() {
        running = true;
        fleets.subscribe(_ -> followSoon());
        thread.scheduleWithFixedDelay(this::followNow, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void followSoon() {
        if (running && due.compareAndSet(false, true)) {
            thread.execute(this::followNow);
        }
    }

    private void followNow() {
        due.set(false);
        try {
            audit.changes().stream()
                    .filter(change -> !change.ended())
                    .filter(change -> !followed.containsKey(change.id()) && !busy.contains(change.id()))
                    .forEach(this::takeUp);
            Fleet fleet = fleets.current();
            boolean answers = fleet.source(Source.KUBERNETES).live();
            followed.values().forEach(change -> tell(change, answers ? progress(change, fleet) : unknown(change)));
        } catch (RuntimeException e) {
            log.error("Changes under way could not be followed; it is tried again", e);
        }
    }

    private void takeUp(AuditedChange change) {
        AuditRecord latest = change.latest();
        Optional<ChangeCodec.Written> written = codec.read(latest.kind(), latest.request());
        if (written.isEmpty()) {
            return;
        }
        ChangeCodec.Written known = written.orElseThrow();
        if (latest.stage() == Stage.APPLIED) {
            follow(latest, known.change(), known.generation());
        } else if (latest.at().plus(ANSWERED).isBefore(clock.instant())) {
            recover(latest, known.change());
        }
    }

    private void recover(AuditRecord requested, Change change) {
        try {
            switch (recovery.look(requested, change)) {
                case Recovery.Done done -> applied(requested, change, done.generation());
                case Recovery.NotDone _ ->
                    audit.append(records.next(
                            requested,
                            Stage.FAILED,
                            requested.request(),
                            "Nobody heard the API server's answer, and the object is not as it was meant to become"));
                case Recovery.Unknown _ -> log.debug("Not known yet whether {} was done", requested.change());
            }
        } catch (Unrecorded e) {
            log.warn(
                    "What became of change {} could not be recorded; it is tried again: {}",
                    requested.change(),
                    e.getMessage());
        }
    }

    private void follow(AuditRecord applied, Change change, long generation) {
        Progress begin = new Progress.Underway("Taken by Kubernetes", 0, 1, Optional.empty(), false);
        followed.put(applied.change(), new Followed(applied, change, generation, begin));
    }

    private static Progress progress(Followed present, Fleet fleet) {
        Instant applied = present.applied().at();
        return present.change().progress(new Aftermath(fleet, present.generation(), applied));
    }

    /** Nothing is concluded from an old picture. */
    private static Progress unknown(Followed present) {
        return present.progress() instanceof Progress.Underway underway
                ? underway.waitingFor(SILENT)
                : present.progress();
    }

    private void tell(Followed present, Progress progress) {
        String id = present.applied().change();
        if (progress.ended()) {
            end(present, progress);
        } else if (!progress.equals(present.progress())) {
            followed.put(id, present.at(progress));
            listeners.forEach(Runnable::run);
        }
    }

    private void end(Followed present, Progress progress) {
        Stage stage = switch (progress) {
            case Progress.Settled _ -> Stage.SETTLED;
            case Progress.Superseded _ -> Stage.SUPERSEDED;
            case Progress.Failed _, Progress.Underway _ -> Stage.FAILED;
        };
        try {
            AuditRecord applied = present.applied();
            audit.append(records.next(applied, stage, applied.request(), progress.words()));
            followed.remove(applied.change());
            listeners.forEach(Runnable::run);
        } catch (Unrecorded e) {
            log.warn(
                    "How change {} ended could not be recorded; it is tried again: {}",
                    present.applied().change(),
                    e.getMessage());
        }
    }

    /** A change that was taken. */
    private record Followed(AuditRecord applied, Change change, long generation, Progress progress) {

        Followed at(Progress newer) {
            return new Followed(applied, change, generation, newer);
        }
    }
}
