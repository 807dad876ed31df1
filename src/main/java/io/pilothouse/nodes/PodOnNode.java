package io.pilothouse.nodes;

import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.WorkloadId;
import java.util.Optional;

/**
 * A pod that was scheduled to a node.
 *
 * @param service what it belongs to, where that is a service which the person may see
 * @param usage what it uses now, where that is known
 */
public record PodOnNode(Pod pod, Optional<WorkloadId> service, Optional<Usage> usage) {

    /** Whether it has ended for good: then nothing is reserved for it any more. */
    public boolean ended() {
        return pod.phase().equals("Succeeded") || pod.phase().equals("Failed");
    }
}
