package io.pilothouse.base;

import java.time.Instant;

/**
 * Why something could not be read or done, in words for the person who looks at it.
 *
 * @param kind what sort of failure it is
 * @param summary what failed, one sentence without a full stop
 * @param meaning what follows from it for what is on the screen, one sentence
 * @param remedy what to do about it, one sentence
 * @param detail the raw message of the system or library; may be empty, never holds a secret
 * @param since when it first failed in this way
 */
public record Failure(Kind kind, String summary, String meaning, String remedy, String detail, Instant since) {

    /** Sorts of failure, told apart because people act differently on them. */
    public enum Kind {
        /** Not there yet: it is being set up or asked for the first time. */
        PREPARING,
        /** No connection, or it was refused or dropped. */
        UNREACHABLE,
        /** Connected, but no answer within the deadline. */
        TIMEOUT,
        /** The credentials or rights do not suffice. */
        DENIED,
        /** What was asked for does not exist there. */
        NOT_FOUND,
        /** The other side does not know the request. */
        UNSUPPORTED,
        /** Anything else; the detail tells. */
        UNEXPECTED
    }

    /** This failure as the continuation of an earlier one: of the same kind, it began when that began. */
    public Failure continuing(Failure earlier) {
        return earlier.kind() == kind ? new Failure(kind, summary, meaning, remedy, detail, earlier.since()) : this;
    }
}
