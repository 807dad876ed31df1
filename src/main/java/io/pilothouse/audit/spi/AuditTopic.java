package io.pilothouse.audit.spi;

import io.pilothouse.base.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The topic that keeps audit records for good. One thread calls it; no call waits for longer than a few seconds. */
public interface AuditTopic extends AutoCloseable {

    /**
     * A record on its way to the topic.
     *
     * @param key what those that must stay in their order have in common
     * @param at the record's own time, by which {@link #open} finds where to begin
     * @param value the record as JSON
     */
    record Message(String key, Instant at, String value) {}

    /**
     * What was read from the topic.
     *
     * @param values in the order of the topic
     * @param atEnd whether all that the topic held when it was opened has been read
     */
    record Page(List<String> values, boolean atEnd) {

        public Page {
            values = List.copyOf(values);
        }
    }

    /** Why the settings name no topic at all; empty when they name one. */
    Optional<Failure> notConfigured();

    /** Makes the topic if it is not there, and goes to its first message that is as old as this or younger. */
    void open(Instant from) throws AuditTopicUnavailable;

    /** What came since it was read last, a few hundred messages at most. While brokers are silent nothing comes. */
    Page read() throws AuditTopicUnavailable;

    /**
     * Hands a message over; it is sent until the brokers have it, however long that takes, and once only.
     *
     * @return complete when as many replicas hold it as the topic wants; failed with {@link AuditTopicUnavailable} when the message was given up
     * @throws AuditTopicUnavailable when it was not taken over, nor would another one be at this moment
     */
    CompletableFuture<Void> send(Message message) throws AuditTopicUnavailable;

    /** Asks whether the topic can be written now, and makes it again if it is gone. */
    void check() throws AuditTopicUnavailable;

    /** Gives up what is not sent yet. */
    @Override
    void close();
}
