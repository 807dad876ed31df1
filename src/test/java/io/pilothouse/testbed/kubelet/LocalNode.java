package io.pilothouse.testbed.kubelet;

import java.util.List;

/**
 * A node that exists by name only: its pods are processes and threads of this machine.
 *
 * @param zone value of {@code topology.kubernetes.io/zone}
 * @param cpus whole CPUs that the scheduler may give away
 * @param memoryGibibytes memory that the scheduler may give away
 */
public record LocalNode(String name, String zone, int cpus, int memoryGibibytes) {

    private static final int CPUS = 8;
    private static final int GIBIBYTES = 32;

    /** Two nodes in each of three zones, 8 CPUs and 32 GiB each. */
    public static List<LocalNode> sixInThreeZones() {
        return List.of(
                new LocalNode("node-a1", "zone-a", CPUS, GIBIBYTES),
                new LocalNode("node-a2", "zone-a", CPUS, GIBIBYTES),
                new LocalNode("node-b1", "zone-b", CPUS, GIBIBYTES),
                new LocalNode("node-b2", "zone-b", CPUS, GIBIBYTES),
                new LocalNode("node-c1", "zone-c", CPUS, GIBIBYTES),
                new LocalNode("node-c2", "zone-c", CPUS, GIBIBYTES));
    }
}
