package io.pilothouse.fleet;

/**
 * How many pods a workload wants and has, as its status says.
 *
 * @param desired wanted by its spec (for a DaemonSet: the nodes it should run on)
 * @param ready pods that are ready
 * @param updated pods of the newest revision
 * @param observed whether the controller has seen the newest spec; else the other figures speak of an older one
 */
public record ReplicaCounts(int desired, int ready, int updated, boolean observed) {

    /** Whether pods of an older revision are still to be replaced. */
    public boolean rollingOut() {
        return !observed || updated < desired;
    }
}
