package io.pilothouse.testbed.programs;

/** A program cannot be built; the message says why and what to do. */
public final class ProgramBuildException extends Exception {
    private static final long serialVersionUID = 1L;

    ProgramBuildException(String message) {
        super(message);
    }

    ProgramBuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
