package io.pilothouse.api.json;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pod of a service. */
public record PodJson(
        String namespace,
        String name,
        String phase,
        HealthJson health,
        boolean ready,
        List<ContainerJson> containers,
        @Nullable String revision,
        @Nullable String node,
        Known<String> zone,
        @Nullable String address,
        ResourcesJson requests,
        LimitsJson limits,
        Known<UsageJson> usage,
        int restarts,
        Instant created,
        Known<List<VolumeJson>> volumes) {

    /** How much it may use at most; null where it has no limit. */
    public record LimitsJson(
            @Nullable Double cpuCores, @Nullable Long memoryBytes) {
        private static LimitsJson of(Limits limits) {
            return new LimitsJson(limits.cores().orElse(null), limits.memory().orElse(null));
        }
    }

    static PodJson of(Pod pod, VisibleFleet fleet) {
        return new PodJson(
                pod.namespace(),
                pod.name(),
                pod.phase(),
                HealthJson.of(pod.health()),
                pod.ready(),
                pod.containers().stream().map(ContainerJson::of).toList(),
                pod.revision().orElse(null),
                pod.node().orElse(null),
                zone(pod, fleet),
                pod.address().orElse(null),
                ResourcesJson.of(pod.requests()),
                LimitsJson.of(pod.limits()),
                usage(pod, fleet),
                pod.totalRestarts(),
                pod.created(),
                VolumeJson.of(pod.volumes(), pod.namespace(), fleet));
    }

    static Known<String> zone(Pod pod, VisibleFleet fleet) {
        return fleet.seesNodes()
                ? Known.of(pod.zone(), "It is on no node yet, or its node names no zone.")
                : Known.hidden(ReadableKind.NODES.list(""));
    }

    private static Known<UsageJson> usage(Pod pod, VisibleFleet fleet) {
        Observed<Optional<Usage>> usage = fleet.fleet().usage(pod);
        return usage.known().isPresent() && usage.known().orElseThrow().isEmpty()
                ? Known.of(Optional.empty(), "Prometheus has no figures of this pod, or not yet.")
                : Known.of(usage, known -> UsageJson.of(known.orElseThrow()));
    }
}
