package io.pilothouse.services.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.services.LogBatch;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.LogStatus;
import io.pilothouse.services.LogViewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one person sees of a followed log: nothing before Kubernetes has said that they may, and nothing more once it says no. */
final class CheckedLogViewer implements LogViewer {

    private static final Duration REVIEWED_EVERY = Duration.ofSeconds(10);
    private static final Duration UNDECIDED_AGAIN = Duration.ofSeconds(2);

    /** While nobody can tell, the last answer holds for so long. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int LINES_A_BATCH = 1_000;
    private static final int LINES_AT_FIRST = 2_000;

    private final Person person;
    private final Right right;
    private final AccessReviews reviews;
    private final Clock clock;
    private final Runnable onChange;
    private final Consumer<CheckedLogViewer> onClose;

    private LogStatus refusal = new LogStatus.Asking();
    private Optional<FollowedService> log = Optional.empty();
    private Instant allowed = Instant.MIN;
    private Instant nextReview = Instant.MIN;
    private boolean closed;
    private long seen;
    private boolean first = true;
    private long told = -1;
    private Optional<LogStatus> toldStatus = Optional.empty();

    CheckedLogViewer(
            Person person,
            Right right,
            AccessReviews reviews,
            Clock clock,
            Runnable onChange,
            Consumer<CheckedLogViewer> onClose) {
        this.person = person;
        this.right = right;
        this.reviews = reviews;
        this.clock = clock;
        this.onChange = onChange;
        this.onClose = onClose;
    }

    @Override
    public synchronized LogBatch take() {
        if (log.isEmpty()) {
            return new LogBatch(refusal, List.of(), 0);
        }
        LogRing ring = log.orElseThrow().ring();
        long newest = ring.newest();
        List<LogLine> lines = ring.after(seen, first ? LINES_AT_FIRST : LINES_A_BATCH);
        long skipped = first || lines.isEmpty() ? 0 : lines.getFirst().number() - seen - 1;
        seen = lines.isEmpty() ? newest : lines.getLast().number();
        first = first && lines.isEmpty();
        return new LogBatch(log.orElseThrow().status(), lines, skipped);
    }

    @Override
    public synchronized List<LogLine> kept() {
        return log.map(followed -> followed.ring().byTime()).orElse(List.of());
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            log = Optional.empty();
        }
        onClose.accept(this);
    }

    /** Whether Kubernetes has said that the person may. */
    synchronized boolean mayLook() {
        return log.isPresent();
    }

    /** Whether Kubernetes is to be asked now; claims the question. */
    synchronized boolean claimReview() {
        Instant now = clock.instant();
        if (closed || nextReview.isAfter(now)) {
            return false;
        }
        nextReview = now.plus(REVIEWED_EVERY);
        return true;
    }

    /** Asks Kubernetes; blocks until the deadline at most. */
    void review(FollowedService service) {
        try {
            decided(reviews.allows(person, right), service);
        } catch (Undecided e) {
            undecided(e);
        }
    }

    /** Calls the listener if there is something new. */
    void tell() {
        boolean news;
        synchronized (this) {
            long newest = log.map(followed -> followed.ring().newest()).orElse(0L);
            Optional<LogStatus> status =
                    Optional.of(log.<LogStatus>map(FollowedService::status).orElse(refusal));
            news = !closed && (newest != told || !status.equals(toldStatus));
            told = newest;
            toldStatus = status;
        }
        if (news) {
            onChange.run();
        }
    }

    private synchronized void decided(boolean allows, FollowedService service) {
        if (closed) {
            return;
        }
        allowed = clock.instant();
        refusal = new LogStatus.Denied(right);
        log = allows ? Optional.of(service) : Optional.empty();
    }

    private synchronized void undecided(Undecided e) {
        nextReview = clock.instant().plus(UNDECIDED_AGAIN);
        if (allowed.plus(GRACE).isBefore(clock.instant())) {
            refusal = new LogStatus.Unknown(e.failure());
            log = Optional.empty();
        }
    }
}
