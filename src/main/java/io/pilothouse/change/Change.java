package io.pilothouse.change;

import io.pilothouse.access.Right;
import io.pilothouse.base.FieldChange;
import io.pilothouse.fleet.Fleet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a person wants done to one object. A record in the feature that offers it, which holds all that people chose and nothing else,
 * so that it can be written down and followed again.
 */
public interface Change {

    /** What it is about. */
    Target target();

    /** What it does, in words: {@code Scale notifications to 6}. */
    String title();

    /** What the person needs besides the right to get the target. */
    Set<Right> rights();

    /** Other objects that it is made from. */
    default List<Target> reads() {
        return List.of();
    }

    /** The uid of the object, where one is meant and none that has its name after it. */
    default Optional<String> pinnedUid() {
        return Optional.empty();
    }

    /**
     * The request that does it. Pure: the same material gives the same request.
     *
     * @throws Unfit when it cannot be done with this material
     */
    Write write(Material material) throws Unfit;

    /** Whether it sets a field though another manager states, by server-side apply, what it wants of it. */
    default boolean takesOver(String path) {
        return true;
    }

    /** The same as a command for the shell. */
    String command();

    /** How far it is. Pure: reads the picture alone. */
    Progress progress(Aftermath aftermath);

    /**
     * The change that takes it back, where there is one and it is still in force. Pure: reads what it is given alone.
     *
     * @param done what it changed, field by field
     * @param fleet the picture now
     */
    default Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return Optional.empty();
    }
}
