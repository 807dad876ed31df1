package io.pilothouse.services.spi;

import io.pilothouse.base.Failure;
import java.time.Instant;
import java.util.Optional;

/** Reads logs of containers. */
public interface ContainerLogs {

    /** A container of a pod. */
    record Source(String namespace, String pod, String container) {}

    /**
     * How much to read.
     *
     * @param tail how many of the last lines at most
     * @param since no lines older than this, to the second
     * @param previous of the run before the present one, to its end; else of the present run, and what it goes on to write
     */
    record Range(int tail, Optional<Instant> since, boolean previous) {}

    /** Is told what is read, by one thread at a time, which it must leave soon: as long as it does not, no more is read. */
    interface Sink {

        /** A line, without its end. */
        void line(Instant at, String text);

        /** Nothing more comes: the container has ended, its log could not be read, or the connection broke. */
        void ended(Ending ending);
    }

    /** Why nothing more comes. */
    sealed interface Ending {

        /** The log ends here for now. */
        record Complete() implements Ending {}

        /** There is no such log: the container has not started yet, or has no run before this one. */
        record NotThere() implements Ending {}

        /** It could not be read. */
        record Failed(Failure failure) implements Ending {}
    }

    /** A log being read. */
    interface Reading extends AutoCloseable {

        /** Ends it; the sink may hear of a last line, but not of the ending. */
        @Override
        void close();
    }

    /** Begins to read; returns at once. */
    Reading open(Source source, Range range, Sink sink);
}
