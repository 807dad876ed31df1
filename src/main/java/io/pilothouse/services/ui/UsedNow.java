package io.pilothouse.services.ui;

import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pods of a service use now.
 *
 * @param cores CPU in cores, summed over the pods that are measured
 * @param memory working set in bytes, summed over the pods that are measured
 * @param limit the most that these pods may use in all, as far as all of them have a limit
 * @param measured pods of which Prometheus knows
 * @param pods all its pods
 */
record UsedNow(double cores, double memory, Limits limit, int measured, int pods) {

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

    /** How much of the CPU limits it uses, 0 to 1 or a little more; empty where not all pods have one. */
    Optional<Double> cpuShare() {
        return limit.cores().filter(most -> most > 0).map(most -> cores / most);
    }

    /** How much of the memory limits it uses, 0 to 1; empty where not all pods have one. */
    Optional<Double> memoryShare() {
        return limit.memory().filter(most -> most > 0).map(most -> memory / most);
    }

    private static UsedNow sum(List<Pod> pods, Map<String, Usage> byPod) {
        List<Pod> measured = new ArrayList<>();
        List<Usage> known = new ArrayList<>();
        for (Pod pod : pods) {
            Usage usage = byPod.get(pod.namespace() + "/" + pod.name());
            if (usage != null) {
                measured.add(pod);
                known.add(usage);
            }
        }
        return new UsedNow(
                known.stream().mapToDouble(Usage::cores).sum(),
                known.stream().mapToDouble(Usage::memory).sum(),
                new Limits(sum(measured, Limits::millicores), sum(measured, Limits::memory)),
                known.size(),
                pods.size());
    }

    private static Optional<Long> sum(List<Pod> pods, Function<Limits, Optional<Long>> limit) {
        List<Long> known =
                pods.stream().flatMap(pod -> limit.apply(pod.limits()).stream()).toList();
        return known.size() == pods.size() && !pods.isEmpty()
                ? Optional.of(known.stream().mapToLong(Long::longValue).sum())
                : Optional.empty();
    }
}
