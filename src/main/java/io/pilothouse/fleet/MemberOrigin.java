package io.pilothouse.fleet;

import java.util.List;
import java.util.Optional;

/** Where a member of a group runs, told from the address it connects from. */
public sealed interface MemberOrigin {

    /**
     * One pod has the address.
     *
     * @param node the node the pod is on, if known
     * @param zone the zone of that node, if known
     * @param workload what owns the pod; empty for a pod that no workload known owns, such as a Job's, or one whose owner is gone
     */
    record InPod(
            String namespace, String pod, Optional<String> node, Optional<String> zone, Optional<WorkloadId> workload)
            implements MemberOrigin {}

    /** Several pods have the address, as all on the host's network have: which one it is cannot be told. */
    record Ambiguous(List<String> pods) implements MemberOrigin {

        public Ambiguous {
            pods = List.copyOf(pods);
        }
    }

    /** No pod has the address: it runs outside of Kubernetes, or behind something that hides its address. */
    record Outside() implements MemberOrigin {}

    /** Pods are not known, so nobody can say. */
    record Unknown() implements MemberOrigin {}

    /** The workload it belongs to, where that can be told. */
    default Optional<WorkloadId> owner() {
        return this instanceof InPod pod ? pod.workload() : Optional.empty();
    }
}
