package io.pilothouse.services.ui;

import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
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

    /** Of how many pods the figures are: "2 of 3 pods are measured". */
    String share() {
        String are = measured == 1 ? " is" : " are";
        return measured == pods
                ? "of " + Formats.counted(pods, "pod")
                : measured + " of " + Formats.counted(pods, "pod") + are + " measured";
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
