package io.pilothouse.access.spi;

import io.pilothouse.access.Person;
import java.util.Optional;

/** Asks Kubernetes whose a bearer token is. */
public interface TokenReviews {

    /**
     * Whom the API server takes the bearer of the token for (a {@code TokenReview}); empty when it does not accept it. Blocks until the deadline
     * at most, and keeps the token nowhere.
     *
     * @throws Undecided when Kubernetes gives no answer
     */
    Optional<Person> bearer(String token) throws Undecided;
}
