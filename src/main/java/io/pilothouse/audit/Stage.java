package io.pilothouse.audit;

/** What became of a change. Each stage is recorded once, and one that ends it is followed by none. */
public enum Stage {
    /** A person confirmed it; recorded before anything is written to a cluster. */
    REQUESTED("Requested"),
    /** It was not done: a right was missing, a check stood in the way, or the object was no longer as the person had seen it. */
    REFUSED("Refused"),
    /** The cluster has taken it. */
    APPLIED("Progressing"),
    /** The cluster has done it. */
    SETTLED("Settled"),
    /** It could not be written, or the cluster could not do it. */
    FAILED("Failed"),
    /** Another change came after it before the cluster had done it. */
    SUPERSEDED("Superseded");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** The word people read for a change that is at it. */
    public String word() {
        return word;
    }

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this != REQUESTED && this != APPLIED;
    }
}
