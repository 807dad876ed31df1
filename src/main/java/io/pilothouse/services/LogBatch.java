package io.pilothouse.services;

import java.util.List;

/**
 * What is new in a log since it was looked at last.
 *
 * @param status how the log is read now
 * @param lines in the order in which they arrived
 * @param skipped lines that came faster than they can be shown, before these
 */
public record LogBatch(LogStatus status, List<LogLine> lines, long skipped) {}
