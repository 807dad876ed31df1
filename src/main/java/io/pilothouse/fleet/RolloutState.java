package io.pilothouse.fleet;

import java.util.Optional;

/**
 * How far the roll-out of a workload's newest spec is, besides its pods.
 *
 * @param generation counts up with each change of its spec ({@code metadata.generation}); 0 for a kind without
 * @param paused whether a person has paused the rollouts of a Deployment
 * @param stalled why a Deployment's rollout is given up: the message of its {@code Progressing} condition when that is false
 * @param restartAsked whether Strimzi's operator is asked to make all pods of a StrimziPodSet anew (annotation
 *     {@code strimzi.io/manual-rolling-update})
 */
public record RolloutState(long generation, boolean paused, Optional<String> stalled, boolean restartAsked) {}
