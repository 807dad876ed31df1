package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.pilothouse.fleet.Resources;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler reserves for a pod: the sum over its containers and sidecars, or what one of its init containers needs beside the
 * sidecars that run by then, whichever is more; what the pod names as a whole wins (KEP-753, KEP-2837); its runtime's overhead on top.
 */
final class PodRequests {

    private PodRequests() {}

    static Resources of(PodSpec spec) {
        Resources sidecars = Resources.NONE;
        Resources starting = Resources.NONE;
        for (Container init : list(spec.getInitContainers())) {
            Resources own = requests(init.getResources());
            if ("Always".equals(init.getRestartPolicy())) {
                sidecars = sidecars.plus(own);
                starting = starting.orMore(sidecars);
            } else {
                starting = starting.orMore(sidecars.plus(own));
            }
        }
        Resources running = list(spec.getContainers()).stream()
                .map(container -> requests(container.getResources()))
                .reduce(sidecars, Resources::plus);
        return named(spec.getResources(), running.orMore(starting)).plus(Quantities.resources(spec.getOverhead()));
    }

    private static Resources requests(@Nullable ResourceRequirements requirements) {
        return Quantities.resources(requests(Optional.ofNullable(requirements)));
    }

    private static @Nullable Map<String, Quantity> requests(Optional<ResourceRequirements> requirements) {
        return requirements.map(ResourceRequirements::getRequests).orElse(null);
    }

    private static Resources named(@Nullable ResourceRequirements whole, Resources summed) {
        Map<String, Quantity> named = requests(Optional.ofNullable(whole));
        if (named == null) {
            return summed;
        }
        Resources own = Quantities.resources(named);
        return new Resources(
                named.containsKey("cpu") ? own.millicores() : summed.millicores(),
                named.containsKey("memory") ? own.memory() : summed.memory());
    }
}
