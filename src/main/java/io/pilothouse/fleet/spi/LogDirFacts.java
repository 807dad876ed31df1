package io.pilothouse.fleet.spi;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.LogDir;
import io.pilothouse.fleet.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A broker's log dirs, summed.
 *
 * @param used bytes that its replicas take
 * @param capacity bytes of its volumes, where the broker tells (KIP-827)
 * @param free bytes still usable on its volumes, where the broker tells
 * @param replicas bytes of each of its replicas
 * @param dirs each of its log dirs, those it cannot use among them, by path
 */
public record LogDirFacts(
        ByteSize used,
        Optional<ByteSize> capacity,
        Optional<ByteSize> free,
        Map<PartitionId, ByteSize> replicas,
        List<LogDir> dirs) {}
