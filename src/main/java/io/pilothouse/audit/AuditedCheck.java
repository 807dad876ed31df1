package io.pilothouse.audit;

/**
 * A check as the person saw it.
 *
 * @param verdict {@code pass}, {@code warn}, {@code block} or {@code unknown}
 * @param finding what it found, in words
 * @param evidence what that rests on; may be empty
 */
public record AuditedCheck(String verdict, String finding, String evidence) {}
