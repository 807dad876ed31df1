package io.pilothouse.services;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done to a service, or happened to it.
 *
 * @param id tells it from the others of its service
 * @param at when; of what repeats, the last time
 * @param what in words
 * @param who a person, or the program that did it or says so
 * @param way how it came about
 * @param outcome what became of a change: Settled, Failed …; empty for the others
 * @param change the id of the change, for those done through this console
 * @param warning whether something does not go as it should
 */
public record Happening(
        String id,
        Instant at,
        String what,
        String who,
        Way way,
        Optional<String> outcome,
        Optional<String> change,
        boolean warning) {

    /** How something comes about. */
    public enum Way {
        /** A person did it here. */
        CONSOLE("Through Pilothouse"),
        /** Somebody wrote the object by other means: kubectl, helm, a GitOps controller, an autoscaler. */
        OUTSIDE("Outside"),
        /** Kubernetes says that it happened. */
        EVENT("Event");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** The same in words. */
        public String words() {
            return words;
        }
    }
}
