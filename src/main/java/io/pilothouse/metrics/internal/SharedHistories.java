package io.pilothouse.metrics.internal;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.TimeRange;
import io.pilothouse.metrics.spi.HistorySource;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Puts each question once in each step of its range, whoever asks: the answer is kept until the next point is due. Few are under way at a
 * time, so that a page full of charts does not push aside the queries of the picture.
 */
@Component
class SharedHistories implements Histories, AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int KEPT = 400;

    /** The points that there are of it end at {@code until}. */
    private record Question(Subject subject, Figure figure, TimeRange range, Instant until) {}

    private final HistorySource source;
    private final Clock clock;
    private final ExecutorService asking = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("histories-", 0).factory());
    private final Map<Question, CompletableFuture<Observed<History>>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, CompletableFuture<Observed<History>>> eldest) {
            return size() > KEPT;
        }
    };

    SharedHistories(HistorySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized CompletableFuture<Observed<History>> read(Subject subject, Figure figure, TimeRange range) {
        long step = range.step().toSeconds();
        Instant until = Instant.ofEpochSecond(clock.instant().getEpochSecond() / step * step);
        return answers.computeIfAbsent(
                new Question(subject, figure, range, until),
                question -> CompletableFuture.supplyAsync(() -> ask(question), asking));
    }

    private Observed<History> ask(Question question) {
        TimeRange range = question.range();
        try {
            History history = source.read(
                    question.subject(),
                    question.figure(),
                    question.until().minus(range.length()),
                    question.until(),
                    range.step());
            return new Observed.Fresh<>(history, clock.instant());
        } catch (SourceUnavailable e) {
            return new Observed.Missing<>(e.failure());
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
