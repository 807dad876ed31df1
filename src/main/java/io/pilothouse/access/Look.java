package io.pilothouse.access;

/**
 * What a person finds who looks for one object.
 *
 * @param <T> what they look for
 */
public sealed interface Look<T> {

    /** It is there, and they may see it. */
    record Seen<T>(T content) implements Look<T> {}

    /** They may not see it, there or not; with the right they lack. */
    record Hidden<T>(Right missing) implements Look<T> {}

    /** They might see it, but it is not there. */
    record Absent<T>() implements Look<T> {}
}
