package io.pilothouse.fleet;

import io.pilothouse.base.Health;
import java.util.Optional;

/**
 * A node of the Kubernetes cluster.
 *
 * @param zone its label {@code topology.kubernetes.io/zone}, if set
 * @param health whether it is ready
 */
public record Node(String name, Optional<String> zone, Health health) {}
