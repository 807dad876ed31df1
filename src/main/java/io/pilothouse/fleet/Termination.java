package io.pilothouse.fleet;

import java.time.Instant;

/**
 * How a container ended.
 *
 * @param exitCode 0 to 255; 137 is a kill, by the memory limit among others
 * @param reason Kubernetes' word: Completed, Error, OOMKilled …
 * @param message the termination message, the last lines of its log where the pod asks for that; may be empty
 * @param finished when it ended
 */
public record Termination(int exitCode, String reason, String message, Instant finished) {}
