package io.pilothouse.audit;

import io.pilothouse.base.Failure;

/** Something could not be recorded, and so must not be done. */
public final class Unrecorded extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public Unrecorded(Failure failure) {
        super(failure.summary() + ": " + failure.detail());
        this.failure = failure;
    }

    /** What failed, in words for people. */
    public Failure failure() {
        return failure;
    }
}
