package io.pilothouse.audit;

import io.pilothouse.base.Failure;
import java.util.Optional;

/**
 * How well records reach the topic.
 *
 * @param waiting how many records are on disk and not yet in the topic, at least 0
 * @param read whether what the topic held at the start has been read, so that {@link AuditLog#changes()} is whole
 * @param failure why the topic cannot be written or read just now; empty while it can
 */
public record AuditStatus(int waiting, boolean read, Optional<Failure> failure) {}
