package io.pilothouse.change.spi;

import io.pilothouse.base.Failure;

/** An object could not be read; the failure says why. */
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public Unanswered(Failure failure) {
        super(failure.summary() + ": " + failure.detail());
        this.failure = failure;
    }

    /** What failed, in words for people. */
    public Failure failure() {
        return failure;
    }
}
