package io.pilothouse.change;

import java.util.Optional;

/** How far a change is. */
public sealed interface Progress {

    /** In words for people, one sentence without a full stop. */
    String words();

    /**
     * The cluster is at it.
     *
     * @param done how much of it is done, 0 to {@code total}
     * @param total at least 1
     * @param waitsFor what it waits for, if that can be told
     * @param stuck whether it will not go on unless somebody does something
     */
    record Underway(String words, int done, int total, Optional<String> waitsFor, boolean stuck) implements Progress {

        /** The same, as far as is known, while this is waited for. */
        public Underway waitingFor(String what) {
            return new Underway(words, done, total, Optional.of(what), stuck);
        }
    }

    /** It is done. */
    record Settled(String words) implements Progress {}

    /** It could not be done. */
    record Failed(String words) implements Progress {}

    /** Something else was wanted before it was done. */
    record Superseded(String words) implements Progress {}

    /** Whether nothing more is to come. */
    default boolean ended() {
        return !(this instanceof Underway);
    }
}
