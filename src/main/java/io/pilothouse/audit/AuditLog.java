package io.pilothouse.audit;

import java.util.List;
import java.util.Optional;

/** The record of all changes, the newest of them in memory. */
public interface AuditLog {

    /**
     * Records a stage. On return it is safe on this machine's disk; it goes to the topic in the background, however long that takes. A stage
     * that is recorded already is not recorded again.
     *
     * @throws Unrecorded when it could not be kept, or when the settings want changes refused while the topic cannot be written
     */
    void append(AuditRecord entry) throws Unrecorded;

    /** Changes of the time that is kept in memory, newest first. Waits for nothing. */
    List<AuditedChange> changes();

    /** One change, if it is known. */
    Optional<AuditedChange> change(String id);

    /** Whether what was recorded reaches the topic. */
    AuditStatus status();

    /**
     * Calls the listener whenever a record was added or the status has changed, on a thread that it must leave at once.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Runnable listener);
}
