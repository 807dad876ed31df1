package io.pilothouse.testbed.strimzi;

/** Why the operator makes a pod anew, in the words of its events (seen on the operator 1.2.0). */
enum RestartReason {
    POD_HAS_OLD_REVISION("PodHasOldRevision", "pod has old revision"),
    MANUAL_ROLLING_UPDATE("ManualRollingUpdate", "Pod was manually annotated to be rolled");

    private final String reason;
    private final String words;

    RestartReason(String reason, String words) {
        this.reason = reason;
        this.words = words;
    }

    /** The event's reason. */
    String reason() {
        return reason;
    }

    /** The event's message about this pod. */
    String message(String pod) {
        return "Rolling Pod " + pod + " due to " + words;
    }
}
