package io.pilothouse.access.spi;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;

/** Asks Kubernetes what a person may do. */
public interface AccessReviews {

    /**
     * Whether the person has the right (a {@code SubjectAccessReview} for them and their groups). Blocks until the deadline at most.
     *
     * @throws Undecided when Kubernetes gives no answer
     */
    boolean allows(Person person, Right right) throws Undecided;
}
