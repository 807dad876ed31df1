package io.pilothouse.audit.internal;

import io.pilothouse.audit.AuditLog;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditStatus;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.Stage;
import io.pilothouse.audit.Unrecorded;
import io.pilothouse.audit.spi.AuditTopic;
import io.pilothouse.base.Failure;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps a record on disk before anything else, and in memory; {@link Delivery} brings it to the topic. */
@Component
class SpooledAuditLog implements AuditLog, SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SpooledAuditLog.class);

    /** Where every record appears as JSON, for whoever collects the console's log. */
    private static final Logger RECORDS = LoggerFactory.getLogger("audit");

    private final AuditProperties properties;
    private final Clock clock;
    private final Spool spool;
    private final RecentChanges recent;
    private final Delivery delivery;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    SpooledAuditLog(AuditProperties properties, AuditTopic topic, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.spool = new Spool(properties.spool());
        this.recent = new RecentChanges(properties.window(), properties.mostChanges());
        this.delivery = new Delivery(topic, spool, recent, properties.window(), clock, this::tell);
    }

    @Override
    public void append(AuditRecord entry) throws Unrecorded {
        if (keep(entry)) {
            RECORDS.info("{}", AuditJson.write(entry));
            tell();
            delivery.wake();
        }
    }

    /** One at a time, so that of two equal ones the second finds the first. */
    private synchronized boolean keep(AuditRecord entry) throws Unrecorded {
        if (recent.holds(RecordId.of(entry)) || spool.get(RecordId.of(entry)).isPresent()) {
            return false;
        }
        if (properties.required() && entry.stage() == Stage.REQUESTED) {
            Optional<Failure> failure = delivery.status().failure();
            if (failure.isPresent()) {
                throw new Unrecorded(failure.get());
            }
        }
        try {
            spool.put(entry);
        } catch (IOException e) {
            throw new Unrecorded(noRoom(e));
        }
        recent.add(List.of(entry), clock.instant());
        return true;
    }

    @Override
    public List<AuditedChange> changes() {
        return recent.newestFirst();
    }

    @Override
    public Optional<AuditedChange> change(String id) {
        return recent.change(id);
    }

    @Override
    public AuditStatus status() {
        return delivery.status();
    }

    @Override
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.error("A listener to the audit log failed; the others are told", e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        try {
            spool.open();
            recent.add(spool.waiting(), clock.instant());
        } catch (IOException e) {
            log.error("{}: {}", noRoom(e).summary(), noRoom(e).detail());
        }
        delivery.start();
    }

    @Override
    public void stop() {
        running = false;
        delivery.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It begins before all that records, and ends after that. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void close() {
        spool.close();
    }

    private Failure noRoom(IOException cause) {
        return new Failure(
                Failure.Kind.UNEXPECTED,
                "Audit records cannot be written to " + properties.spool(),
                "Nothing can be recorded, so no change is made.",
                "Make the directory writable and see that its disk has room, or set pilothouse.audit.directory.",
                cause.toString(),
                clock.instant());
    }
}
