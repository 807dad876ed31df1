package io.pilothouse.fleet;

import java.util.Optional;

/**
 * How much a pod may use at most; beyond its CPU limit it is slowed down, beyond its memory limit a container is killed.
 *
 * @param millicores thousandths of a CPU core, summed over its containers; empty when one of them has no limit
 * @param memory bytes, summed over its containers; empty when one of them has no limit
 */
public record Limits(Optional<Long> millicores, Optional<Long> memory) {

    /** Without any limit. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    /** CPU in cores. */
    public Optional<Double> cores() {
        return millicores.map(limit -> limit / 1000.0);
    }
}
