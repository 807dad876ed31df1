package io.pilothouse.services.ui;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pods of a service use now.
 *
 * @param cores CPU in cores, summed over the pods that are measured
 * @param memory working set in bytes, summed over the pods that are measured
 * @param measured pods of which Prometheus knows
 * @param pods all its pods
 */
record UsedNow(double cores, double memory, int measured, int pods) {

    static Observed<UsedNow> of(Workload service, Fleet fleet) {
        return fleet.usage().map(byPod -> sum(service.pods(), byPod));
    }

    /** Behind a figure that is not of all pods: "2 of 3 pods". */
    String share() {
        return measured == pods ? "" : measured + " of " + pods + " pods";
    }

    private static UsedNow sum(List<Pod> pods, Map<String, Usage> byPod) {
        List<Usage> known = pods.stream()
                .flatMap(pod -> Optional.ofNullable(byPod.get(pod.namespace() + "/" + pod.name())).stream())
                .toList();
        return new UsedNow(
                known.stream().mapToDouble(Usage::cores).sum(),
                known.stream().mapToDouble(Usage::memory).sum(),
                known.size(),
                pods.size());
    }
}
