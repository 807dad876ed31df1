package io.pilothouse.nodes;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Usage;
import java.util.List;
import java.util.Optional;

/**
 * A node and how full it is, as far as the person may know.
 *
 * @param whole whether the person may see all its pods; else the figures are of some of them alone
 * @param pods pods on it that have not ended
 * @param requested what is reserved for these pods
 * @param used what these pods use now
 * @param brokers Kafka brokers on it, of clusters that the person may see
 */
public record NodeLoad(
        Node node,
        boolean whole,
        int pods,
        Resources requested,
        Observed<UsedByPods> used,
        List<HostedBroker> brokers) {

    /**
     * What pods use, by Prometheus.
     *
     * @param sum over the pods that are measured
     * @param measured pods of which Prometheus knows
     */
    public record UsedByPods(Usage sum, int measured) {}

    static NodeLoad of(Node node, boolean whole, List<PodOnNode> all, List<HostedBroker> brokers, Observed<?> usage) {
        List<PodOnNode> pods = all.stream().filter(pod -> !pod.ended()).toList();
        Resources requested =
                Resources.sum(pods.stream().map(pod -> pod.pod().requests()).toList());
        return new NodeLoad(node, whole, pods.size(), requested, usage.map(_ -> used(pods)), brokers);
    }

    /** How much of the CPU that pods may ask for is reserved, 0 to 1; empty when not known. */
    public Optional<Double> cpuReserved() {
        return share(requested.millicores(), node.allocatable().millicores());
    }

    /** How much of the memory that pods may ask for is reserved, 0 to 1; empty when not known. */
    public Optional<Double> memoryReserved() {
        return share(requested.memory(), node.allocatable().memory());
    }

    private Optional<Double> share(long part, long of) {
        return whole && of > 0 ? Optional.of((double) part / of) : Optional.empty();
    }

    private static UsedByPods used(List<PodOnNode> pods) {
        List<Usage> known = pods.stream().flatMap(pod -> pod.usage().stream()).toList();
        return new UsedByPods(
                new Usage(
                        known.stream().mapToDouble(Usage::cores).sum(),
                        known.stream().mapToDouble(Usage::memory).sum()),
                known.size());
    }
}
