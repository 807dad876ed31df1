package io.pilothouse.access.spi;

import io.pilothouse.base.Failure;

/** Nobody answered a question about a right: neither yes nor no. */
public final class Undecided extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public Undecided(Failure failure) {
        super(failure.summary() + ": " + failure.detail());
        this.failure = failure;
    }

    /** Why there is no answer. */
    public Failure failure() {
        return failure;
    }
}
