package io.pilothouse.audit.internal;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditStatus;
import io.pilothouse.audit.spi.AuditTopic;
import io.pilothouse.audit.spi.AuditTopicUnavailable;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits in the spool to the topic, and what other consoles write there into memory. The topic is read to its end before anything
 * is sent: what it holds already is not sent again. All of it is done by one thread.
 */
final class Delivery implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FOLLOW = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(4);
    private static final int MOST_UNDER_WAY = 500;

    private final AuditTopic topic;
    private final Spool spool;
    private final RecentChanges recent;
    private final Duration window;
    private final Clock clock;
    private final Runnable onChange;
    private final boolean configured;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("audit").factory());

    private final Map<RecordId, Instant> underWay = new LinkedHashMap<>();
    private final Map<RecordId, Failure> givenUp = new HashMap<>();
    private Optional<Failure> outage;
    private Duration pause = FOLLOW;
    private long nextCheck;
    private boolean opened;
    private boolean read;
    private volatile AuditStatus told;

    Delivery(AuditTopic topic, Spool spool, RecentChanges recent, Duration window, Clock clock, Runnable onChange) {
        this.topic = topic;
        this.spool = spool;
        this.recent = recent;
        this.window = window;
        this.clock = clock;
        this.onChange = onChange;
        this.configured = topic.notConfigured().isEmpty();
        this.outage = Optional.of(topic.notConfigured().orElseGet(this::notReadYet));
        this.told = new AuditStatus(0, !configured, outage);
    }

    void start() {
        if (configured) {
            inThread(this::tend);
        } else {
            outage.ifPresent(none -> log.warn("{}. {} {}", none.summary(), none.meaning(), none.remedy()));
        }
    }

    /** Sends at once what has been put into the spool, if anything can be sent. */
    void wake() {
        if (configured) {
            inThread(this::sendWhatWaits);
        }
    }

    AuditStatus status() {
        return new AuditStatus(spool.size(), told.read(), told.failure());
    }

    private void tend() {
        try {
            advance();
            outage = Optional.empty();
            pause = FOLLOW;
        } catch (AuditTopicUnavailable e) {
            failed(e.failure());
        } catch (RuntimeException e) {
            log.error("Audit records could not be brought to their topic; it is tried again", e);
            failed(unexpected(e));
        }
        tell();
        if (!thread.isShutdown()) {
            thread.schedule(this::tend, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void advance() throws AuditTopicUnavailable {
        if (!opened) {
            topic.open(begin());
            opened = true;
            nextCheck = System.nanoTime() + CHECK.toNanos();
        }
        readAll();
        if (outage.isPresent() || System.nanoTime() - nextCheck >= 0) {
            topic.check();
            nextCheck = System.nanoTime() + CHECK.toNanos();
            givenUp.clear();
        }
        send();
    }

    /** Far enough back for the memory, and for what may have reached the topic before its file was removed. */
    private Instant begin() {
        Instant windowBegin = clock.instant().minus(window);
        return spool.waiting().stream()
                .map(AuditRecord::at)
                .min(Comparator.naturalOrder())
                .filter(windowBegin::isAfter)
                .orElse(windowBegin);
    }

    private void readAll() throws AuditTopicUnavailable {
        AuditTopic.Page page;
        do {
            page = topic.read();
            List<AuditRecord> entries = page.values().stream()
                    .flatMap(value -> AuditJson.read(value, "the topic").stream())
                    .toList();
            entries.forEach(entry -> done(RecordId.of(entry)));
            if (recent.add(entries, clock.instant())) {
                onChange.run();
            }
        } while (!Thread.currentThread().isInterrupted() && !page.values().isEmpty());
        read = read || page.atEnd();
    }

    private void sendWhatWaits() {
        try {
            send();
        } catch (AuditTopicUnavailable e) {
            failed(e.failure());
        }
        tell();
    }

    private void send() throws AuditTopicUnavailable {
        if (!read) {
            return;
        }
        for (AuditRecord entry : spool.waiting()) {
            RecordId id = RecordId.of(entry);
            if (underWay.size() < MOST_UNDER_WAY && !givenUp.containsKey(id) && !underWay.containsKey(id)) {
                var sending = topic.send(new AuditTopic.Message(entry.change(), entry.at(), AuditJson.write(entry)));
                underWay.put(id, clock.instant());
                sending.whenComplete((_, problem) -> inThread(() -> sent(id, Optional.ofNullable(problem))));
            }
        }
    }

    private void sent(RecordId id, Optional<Throwable> problem) {
        if (problem.isEmpty()) {
            done(id);
            sendWhatWaits();
            return;
        }
        underWay.remove(id);
        Throwable cause = problem.get() instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : problem.get();
        givenUp.put(id, cause instanceof AuditTopicUnavailable why ? why.failure() : unexpected(cause));
        tell();
    }

    private void done(RecordId id) {
        underWay.remove(id);
        givenUp.remove(id);
        spool.remove(id);
    }

    private void failed(Failure failure) {
        outage = Optional.of(outage.map(failure::continuing).orElse(failure));
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void tell() {
        Optional<Failure> failure =
                outage.or(this::notTaken).or(() -> givenUp.values().stream().findFirst());
        AuditStatus now = new AuditStatus(spool.size(), read, failure);
        if (!now.equals(told)) {
            told = now;
            onChange.run();
        }
    }

    /** Brokers may answer that all is well and still take nothing, as when most controllers are gone. */
    private Optional<Failure> notTaken() {
        Instant latest = clock.instant().minus(SOON);
        return underWay.values().stream()
                .min(Comparator.naturalOrder())
                .filter(since -> since.isBefore(latest))
                .map(since -> new Failure(
                        Failure.Kind.TIMEOUT,
                        "The audit topic has taken no record for " + SOON.toSeconds() + " s",
                        "Records wait on the console's disk and are sent later.",
                        "See whether all brokers run, and the controllers among them.",
                        "",
                        since));
    }

    private void inThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ended) {
            log.debug("What waits is sent at the next start");
        }
    }

    /** What is not sent by then is sent at the next start. */
    @Override
    public void close() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        inThread(topic::close);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.shutdownNow();
        }
    }

    private Failure notReadYet() {
        return new Failure(
                Failure.Kind.PREPARING,
                "The audit topic is being read",
                "What other consoles recorded is not shown yet.",
                "Wait until it has been read.",
                "",
                clock.instant());
    }

    private Failure unexpected(Throwable cause) {
        return new Failure(
                Failure.Kind.UNEXPECTED,
                "Audit records could not be brought to their topic",
                "They wait on the console's disk.",
                "Look at the console's log.",
                cause.toString(),
                clock.instant());
    }
}
