package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.NetworkService;

/** A Kubernetes {@code Service} and which pods of its namespace it leads to. */
public record NetworkServiceFacts(PodSelector selector, NetworkService service) {}
