package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.WorkloadId;

/** A HorizontalPodAutoscaler and the workload whose replica count it owns. */
public record AutoscalerFacts(WorkloadId target, Autoscaling autoscaling) {}
