package io.pilothouse.access.spi;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;

/** Asks Kubernetes what a person may do. */
public interface AccessReviews {

    /**
     * Whether the person has the right (a {@code SubjectAccessReview} for them and their groups). Blocks until the deadline at most.
     *
     * @throws Undecided when Kubernetes gives no answer
     */
    boolean allows(Person person, Right right) throws Undecided;

    /** Nobody answered: neither yes nor no. */
    final class Undecided extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        public Undecided(Failure failure) {
            super(failure.summary() + ": " + failure.detail());
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }
}
