package io.pilothouse.audit.spi;

import io.pilothouse.base.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A topic in memory that can be out of reach, hold back its answers, or give messages up. */
public final class ScriptedTopic implements AuditTopic {

    private final List<String> held = new ArrayList<>();
    private final List<CompletableFuture<Void>> unanswered = new ArrayList<>();
    private int next;
    private int readable;
    private boolean reachable = true;
    private boolean answering = true;
    private boolean configured = true;
    private int toGiveUp;

    /** No cluster is set. */
    public synchronized ScriptedTopic unconfigured() {
        configured = false;
        return this;
    }

    /** Whether brokers can be reached. */
    public synchronized void reachable(boolean now) {
        reachable = now;
    }

    /** Whether messages that it takes can be read and their senders are told; what was held back is told then. */
    public synchronized void answering(boolean now) {
        answering = now;
        if (now) {
            readable = held.size();
            unanswered.forEach(answer -> answer.complete(null));
            unanswered.clear();
        }
    }

    /** The next messages are not taken. */
    public synchronized void givesUp(int messages) {
        toGiveUp = messages;
    }

    /** Somebody else writes. */
    public synchronized void write(String value) {
        held.add(value);
        readable = held.size();
    }

    /** All that it holds. */
    public synchronized List<String> held() {
        return List.copyOf(held);
    }

    @Override
    public synchronized Optional<Failure> notConfigured() {
        return configured ? Optional.empty() : Optional.of(failure("no cluster"));
    }

    @Override
    public synchronized void open(Instant from) throws AuditTopicUnavailable {
        check();
        next = 0;
    }

    @Override
    public synchronized Page read() {
        List<String> values = reachable ? List.copyOf(held.subList(next, readable)) : List.of();
        next += values.size();
        return new Page(values, next == readable);
    }

    @Override
    public synchronized CompletableFuture<Void> send(Message message) throws AuditTopicUnavailable {
        check();
        if (toGiveUp > 0) {
            toGiveUp--;
            return CompletableFuture.failedFuture(new AuditTopicUnavailable(failure("too large")));
        }
        held.add(message.value());
        CompletableFuture<Void> answer = new CompletableFuture<>();
        if (answering) {
            readable = held.size();
            answer.complete(null);
        } else {
            unanswered.add(answer);
        }
        return answer;
    }

    @Override
    public synchronized void check() throws AuditTopicUnavailable {
        if (!reachable) {
            throw new AuditTopicUnavailable(failure("out of reach"));
        }
    }

    @Override
    public void close() {}

    private static Failure failure(String summary) {
        return new Failure(Failure.Kind.UNREACHABLE, summary, "", "", "", Instant.EPOCH);
    }
}
