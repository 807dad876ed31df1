package io.pilothouse.change;

/**
 * The change that takes another one back.
 *
 * @param words on the button that offers it: {@code Roll back}
 */
public record WayBack(String words, Change change) {}
