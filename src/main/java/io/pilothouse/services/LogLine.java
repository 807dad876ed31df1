package io.pilothouse.services;

import java.time.Instant;
import java.util.Optional;

/**
 * A line that a container wrote.
 *
 * @param number counts lines as they arrive, which is not always in the order of their times
 * @param at when it was written, by the clock of the node
 * @param level what it says of itself, or the line that it goes on with
 * @param text without line end and colours; cut where it is very long
 */
public record LogLine(long number, Instant at, String pod, String container, Optional<LogLevel> level, String text) {}
