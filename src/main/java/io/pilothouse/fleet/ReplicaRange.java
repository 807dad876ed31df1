package io.pilothouse.fleet;

/**
 * Between how many replicas something scales a workload.
 *
 * @param minimum the lowest count
 * @param maximum the highest count
 */
public record ReplicaRange(int minimum, int maximum) {}
