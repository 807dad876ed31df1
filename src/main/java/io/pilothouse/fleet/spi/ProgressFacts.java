package io.pilothouse.fleet.spi;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far partitions are written and groups have read them.
 *
 * @param at when it was asked for
 * @param ends the end offset (the high watermark) of each partition that was known when it was asked for
 * @param groups all groups of all types
 */
public record ProgressFacts(Instant at, Map<PartitionId, Observed<Long>> ends, Observed<List<GroupFacts>> groups) {}
