package io.pilothouse.kafka;

/** A question that Kafka did not answer. The cause is the client library's own word, or that the deadline passed. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final Throwable reason;

    NoAnswer(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    Throwable reason() {
        return reason;
    }

    /** The reason's own words, or else what it is called. */
    String message() {
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }
}
