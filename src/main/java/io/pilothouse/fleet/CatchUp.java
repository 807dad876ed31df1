package io.pilothouse.fleet;

import java.time.Duration;

/** When a group will have read all that waits for it, if all goes on as in the last minute. */
public sealed interface CatchUp {

    /** It has read all, or stays within what it reads at once. */
    record Done() implements CatchUp {}

    /** After this time. */
    record In(Duration time) implements CatchUp {}

    /** Not at this speed: no more is read than is written, or nothing at all. */
    record Never() implements CatchUp {}

    /** Nobody can say yet, and why. */
    record Unknown(String reason) implements CatchUp {}
}
