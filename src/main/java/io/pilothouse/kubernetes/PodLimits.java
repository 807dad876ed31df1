package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much a pod may use at most: what it names as a whole (KEP-2837), else the sum over its containers and sidecars. */
final class PodLimits {

    private PodLimits() {}

    static Limits of(PodSpec spec) {
        Map<String, Quantity> whole = limits(spec.getResources());
        List<Map<String, Quantity>> parts = Stream.concat(
                        list(spec.getInitContainers()).stream()
                                .filter(container -> "Always".equals(container.getRestartPolicy())),
                        spec.getContainers().stream())
                .map(Container::getResources)
                .map(PodLimits::limits)
                .toList();
        return new Limits(
                limit("cpu", whole, parts, Resources::millicores), limit("memory", whole, parts, Resources::memory));
    }

    private static Optional<Long> limit(
            String name,
            Map<String, Quantity> whole,
            List<Map<String, Quantity>> parts,
            Function<Resources, Long> amount) {
        if (whole.containsKey(name)) {
            return Optional.of(amount.apply(Quantities.resources(whole)));
        }
        return parts.stream().allMatch(part -> part.containsKey(name))
                ? Optional.of(parts.stream()
                        .mapToLong(part -> amount.apply(Quantities.resources(part)))
                        .sum())
                : Optional.empty();
    }

    private static Map<String, Quantity> limits(@Nullable ResourceRequirements requirements) {
        return Optional.ofNullable(requirements)
                .map(ResourceRequirements::getLimits)
                .orElse(Map.of());
    }
}
