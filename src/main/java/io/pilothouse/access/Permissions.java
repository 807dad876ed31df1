package io.pilothouse.access;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a person may do, asked when somebody is about to offer it to them. An answer is kept for seconds; whoever does something asks again
 * without it.
 */
public interface Permissions {

    /**
     * Those of these rights that the person does not have, in their order. Returns at once. The answer comes within the deadlines of the questions;
     * a right that nobody can decide now counts as missing.
     */
    CompletableFuture<List<Right>> missing(Person person, Collection<Right> rights);
}
