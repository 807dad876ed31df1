package io.pilothouse.fleet;

import java.util.Optional;

/**
 * What Strimzi's cluster operator says of a Kafka cluster.
 *
 * @param reconciled whether it has seen the newest spec ({@code observedGeneration} equals {@code generation})
 * @param paused whether reconciliation is paused by annotation
 * @param problem reason and message of its {@code NotReady} condition, if it has one
 * @param warnings messages of its {@code Warning} conditions, one a line; may be empty
 */
public record StrimziState(boolean reconciled, boolean paused, Optional<String> problem, String warnings) {}
