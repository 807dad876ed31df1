package io.pilothouse.access;

/** Whose session the calling thread works for. */
public interface CurrentPerson {

    /**
     * The signed-in person.
     *
     * @throws IllegalStateException on a thread that serves no signed-in person
     */
    Person get();
}
