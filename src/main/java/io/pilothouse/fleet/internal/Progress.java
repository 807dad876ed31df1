package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.spi.ProgressFacts;

/** How far one cluster's partitions are written and read, and how they came there. */
record Progress(ProgressFacts facts, ProgressHistory history) {}
