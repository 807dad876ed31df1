package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Revision;

/** A revision and the uid of the workload that it is of. */
public record RevisionFacts(String workload, Revision revision) {}
