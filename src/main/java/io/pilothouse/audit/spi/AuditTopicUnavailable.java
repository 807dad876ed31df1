package io.pilothouse.audit.spi;

import io.pilothouse.base.Failure;

/** The topic cannot be read or written; the failure says why. */
public final class AuditTopicUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public AuditTopicUnavailable(Failure failure) {
        super(failure.summary() + ": " + failure.detail());
        this.failure = failure;
    }

    /** What failed, in words for people. */
    public Failure failure() {
        return failure;
    }
}
