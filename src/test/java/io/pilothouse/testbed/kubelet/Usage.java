package io.pilothouse.testbed.kubelet;

/**
 * What a container has used, as cAdvisor counts it.
 *
 * @param cpuSeconds CPU time since the container's start; never falls
 * @param workingSetBytes memory that cannot be given back under pressure
 */
public record Usage(double cpuSeconds, long workingSetBytes) {}
