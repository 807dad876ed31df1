package io.pilothouse.fleet;

/**
 * How many more pods a namespace's ResourceQuotas let a workload have, each like the newest that it has now: the least, over all amounts of all
 * quotas without a scope, of what is free divided by what such a pod takes of it.
 *
 * @param pods 0 when not one more fits
 * @param quota name of the quota that is used up first
 * @param resource what of it is used up first
 */
public record Headroom(int pods, String quota, String resource) {}
