package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.base.Quantity;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has one container of a service ask for other amounts of CPU and memory, and use others at most.
 *
 * @param container its name
 * @param requests what its node keeps free for it
 * @param limits what it may use at most
 */
public record ChangeResources(WorkloadId service, String container, Amounts requests, Amounts limits)
        implements TemplateChange {

    private static final String REQUESTS = "requests";
    private static final String LIMITS = "limits";

    /**
     * CPU and memory as Kubernetes writes them; an empty one names none.
     *
     * @param cpu {@code 250m}, {@code 1.5}
     * @param memory {@code 512Mi}
     */
    public record Amounts(Optional<String> cpu, Optional<String> memory) {

        /** None of both. */
        public static final Amounts NONE = new Amounts(Optional.empty(), Optional.empty());

        /** Those that a container names now, as the picture holds them. */
        public static Amounts of(Workload service, String container, String kind) {
            return new Amounts(
                    PodTemplate.field(service, container, "resources." + kind + ".cpu"),
                    PodTemplate.field(service, container, "resources." + kind + ".memory"));
        }

        /** That of {@code cpu} or {@code memory}. */
        public Optional<String> amount(String resource) {
            return switch (resource) {
                case "cpu" -> cpu;
                case "memory" -> memory;
                default -> Optional.empty();
            };
        }

        private Stream<String> written() {
            return Stream.of(cpu, memory).flatMap(Optional::stream);
        }

        private Map<String, Object> body() {
            Map<String, Object> body = new HashMap<>();
            body.put("cpu", cpu.orElse(null));
            body.put("memory", memory.orElse(null));
            return body;
        }

        private String inCommand(String option) {
            String all = Stream.of(cpu.map(amount -> "cpu=" + amount), memory.map(amount -> "memory=" + amount))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(","));
            return all.isEmpty() ? "" : " --" + option + "=" + all;
        }

        private Stream<Map.Entry<String, Optional<String>>> fields(String kind) {
            return Stream.of(
                    Map.entry("resources." + kind + ".cpu", cpu), Map.entry("resources." + kind + ".memory", memory));
        }
    }

    @Override
    public String title() {
        return "Change resources of " + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        Optional<String> odd = Stream.concat(requests.written(), limits.written())
                .filter(written -> Quantity.of(written).isEmpty())
                .findFirst();
        if (odd.isPresent()) {
            throw new Unfit("\"" + odd.orElseThrow() + "\" is no amount");
        }
        PodTemplate.container(object(material), container);
        return PodTemplate.patch(
                target(),
                Map.of(
                        "containers",
                        List.of(Map.of(
                                "name",
                                container,
                                "resources",
                                Map.of(REQUESTS, requests.body(), LIMITS, limits.body())))));
    }

    @Override
    public String command() {
        return "kubectl set resources " + target().inCommand() + " -c=" + container + requests.inCommand(REQUESTS)
                + limits.inCommand(LIMITS);
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutProgress.of(
                service,
                aftermath,
                now -> RolloutProgress.later(aftermath) && !wantedBy(now)
                        ? Optional.of("Other amounts were wanted meanwhile")
                        : Optional.empty());
    }

    private boolean wantedBy(Workload now) {
        return Stream.concat(requests.fields(REQUESTS), limits.fields(LIMITS))
                .allMatch(field ->
                        number(field.getValue()).equals(number(PodTemplate.field(now, container, field.getKey()))));
    }

    /** The same amount may be written in several ways. */
    private static Optional<BigDecimal> number(Optional<String> written) {
        return written.flatMap(Quantity::of).map(BigDecimal::stripTrailingZeros);
    }
}
