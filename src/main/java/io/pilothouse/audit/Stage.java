package io.pilothouse.audit;

/** What became of a change. Each stage is recorded once, and one that ends it is followed by none. */
public enum Stage {
    /** A person confirmed it; recorded before anything is written to a cluster. */
    REQUESTED,
    /** It was not done: a right was missing, a check stood in the way, or the object was no longer as the person had seen it. */
    REFUSED,
    /** The cluster has taken it. */
    APPLIED,
    /** The cluster has done it. */
    SETTLED,
    /** It could not be written, or the cluster could not do it. */
    FAILED,
    /** Another change came after it before the cluster had done it. */
    SUPERSEDED;

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this != REQUESTED && this != APPLIED;
    }
}
