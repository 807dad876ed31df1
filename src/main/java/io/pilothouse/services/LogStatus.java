package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import java.util.List;

/** What can be said of the logs that a person asked for. */
public sealed interface LogStatus {

    /** Kubernetes is being asked whether they may. */
    record Asking() implements LogStatus {}

    /** They may not. */
    record Denied(Right missing) implements LogStatus {}

    /** Nobody could tell whether they may, and why. */
    record Unknown(Failure failure) implements LogStatus {}

    /**
     * They may.
     *
     * @param open containers whose log is being followed, or was read to its end
     * @param waiting containers that have no log yet, or not again
     * @param left containers beyond those that are read at once
     * @param failures why others cannot be read
     */
    record Reading(int open, int waiting, int left, List<Failure> failures) implements LogStatus {}
}
