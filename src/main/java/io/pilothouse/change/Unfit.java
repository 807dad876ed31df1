package io.pilothouse.change;

/** A change cannot be made of the object as it is; the message says why in words for people, one sentence without a full stop. */
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    public Unfit(String message) {
        super(message);
    }
}
