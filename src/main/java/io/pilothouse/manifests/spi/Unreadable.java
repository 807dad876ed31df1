package io.pilothouse.manifests.spi;

import io.pilothouse.base.Failure;

/** Something could not be read; the failure says why. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public Unreadable(Failure failure) {
        super(failure.summary() + ": " + failure.detail());
        this.failure = failure;
    }

    /** What failed, in words for people. */
    public Failure failure() {
        return failure;
    }
}
