package io.pilothouse.fleet;

import java.time.Instant;

/**
 * Something that happened to an object, as Kubernetes keeps it for an hour or so. What repeats is counted up on one event.
 *
 * @param name the event's own name
 * @param type how grave it is
 * @param reason Kubernetes' word for what happened: Pulled, BackOff, FailedScheduling …; may be empty
 * @param message the same in a sentence; may be empty
 * @param subject what it happened to
 * @param source who says so: kubelet, default-scheduler …; may be empty
 * @param count how often it happened, 1 or more
 * @param first when it happened first
 * @param last when it happened last
 */
public record Event(
        String name,
        Type type,
        String reason,
        String message,
        Subject subject,
        String source,
        int count,
        Instant first,
        Instant last) {

    /** How grave an event is. */
    public enum Type {
        /** Something does not go as it should. */
        WARNING,
        /** All goes its way. */
        NORMAL
    }

    /**
     * An object of the event's namespace.
     *
     * @param kind its {@code kind}: Pod, ReplicaSet, Deployment …
     */
    public record Subject(String kind, String name) {}
}
