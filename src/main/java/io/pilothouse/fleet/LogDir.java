package io.pilothouse.fleet;

import io.pilothouse.base.ByteSize;
import java.util.Optional;

/**
 * A folder in which a broker keeps replicas; most often each on a volume of its own.
 *
 * @param problem why the broker cannot use it, if it cannot
 * @param replicas how many replicas lie in it
 * @param used bytes that they take
 * @param capacity bytes of its volume, where the broker tells (KIP-827)
 * @param free bytes still usable on its volume, where the broker tells
 */
public record LogDir(
        String path,
        Optional<String> problem,
        int replicas,
        ByteSize used,
        Optional<ByteSize> capacity,
        Optional<ByteSize> free) {}
