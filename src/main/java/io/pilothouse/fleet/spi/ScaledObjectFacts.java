package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.WorkloadId;

/** A KEDA ScaledObject and the workload that it scales. */
public record ScaledObjectFacts(WorkloadId target, ScaledObject scaledObject) {}
