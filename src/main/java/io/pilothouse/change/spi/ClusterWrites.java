package io.pilothouse.change.spi;

import io.pilothouse.access.Person;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Target;
import io.pilothouse.change.Write;
import java.util.Optional;

/** Reads objects for changes, with the console's own rights, and writes them as the person. */
public interface ClusterWrites {

    /**
     * The object as the API server has it now, in full; empty when there is none. Blocks until the deadline at most.
     *
     * @throws Unanswered when the API server gives no answer
     */
    Optional<LiveObject> read(Target target) throws Unanswered;

    /**
     * What the write would do, as the API server's dry run says. Changes nothing. Blocks until the deadline at most.
     *
     * @param seen the target as it is, if it is there
     */
    WriteAnswer tryOut(Person person, Write write, Optional<LiveObject> seen);

    /**
     * Does it, if the target is still as it was seen. Blocks until the deadline at most.
     *
     * @param seen the target as it is, if it is there
     */
    WriteAnswer perform(Person person, Write write, Optional<LiveObject> seen);
}
