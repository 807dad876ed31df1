package io.pilothouse.nodes;

import io.pilothouse.fleet.WorkloadId;

/**
 * A service whose pods on a node could not be evicted now, so that a drain would wait.
 *
 * @param budget the PodDisruptionBudget that holds them
 * @param forever whether waiting would not help: the budget asks for as many healthy pods as there are, or another one is about the same
 *     pods, which Kubernetes refuses to decide ("Eviction" in its documentation)
 */
public record DrainObstacle(WorkloadId service, String budget, boolean forever) {}
