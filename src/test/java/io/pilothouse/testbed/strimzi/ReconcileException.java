package io.pilothouse.testbed.strimzi;

/** A reconcile cannot go on; reason and message become the {@code NotReady} condition, in the operator's own words. */
final class ReconcileException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    ReconcileException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
