package io.pilothouse.fleet;

/**
 * Container restarts within the last hour. Kubernetes tells only the total of each container and the end of its last run, so
 * restarts from before this console began to watch may be missing from the count.
 *
 * @param count restarts known to lie within the last hour
 * @param complete whether there cannot have been more
 */
public record Restarts(int count, boolean complete) {

    public static final Restarts NONE = new Restarts(0, true);

    public Restarts plus(Restarts other) {
        return new Restarts(count + other.count, complete && other.complete);
    }
}
