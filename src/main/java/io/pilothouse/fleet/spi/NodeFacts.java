package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node as its object says.
 *
 * @param zone its label {@code topology.kubernetes.io/zone}, if set
 * @param cordoned its {@code spec.unschedulable}
 * @param allocatable what pods may ask for in all; zero where it does not tell
 * @param podLimit how many pods it runs at most; 0 when it does not tell
 */
public record NodeFacts(
        String name,
        Optional<String> zone,
        boolean cordoned,
        List<Node.Taint> taints,
        List<Node.Condition> conditions,
        Resources allocatable,
        int podLimit,
        Node.Software software,
        Instant created) {}
