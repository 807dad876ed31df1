package io.pilothouse.fleet.spi;

import io.pilothouse.base.Failure;

/** A source as a whole gives no answer; the failure says why. */
public final class SourceUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public SourceUnavailable(Failure failure) {
        super(failure.summary() + ": " + failure.detail());
        this.failure = failure;
    }

    /** What failed, in words for people. */
    public Failure failure() {
        return failure;
    }
}
