package io.pilothouse.fleet;

/**
 * What a pod uses now, summed over its containers.
 *
 * @param cores CPU in cores, over the last minute or so
 * @param memory working set in bytes
 */
public record Usage(double cores, double memory) {}
