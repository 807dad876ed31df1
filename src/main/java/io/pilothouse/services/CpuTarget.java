package io.pilothouse.services;

import io.pilothouse.change.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metric of an autoscaler that people choose here: CPU in percent of what pods request (API {@code autoscaling/v2}). */
final class CpuTarget {

    /** What {@code kubectl autoscale} chooses: Kubernetes' default. */
    static final int STANDARD = 80;

    private CpuTarget() {}

    /** The target of an autoscaler that is there; empty for one that scales by something else. */
    static Optional<Integer> of(LiveObject autoscaler) {
        return autoscaler
                .children("spec", "metrics")
                .filter(CpuTarget::isCpu)
                .flatMap(metric -> new LiveObject(Map.of("metric", metric))
                        .at("metric", "resource", "target", "averageUtilization").stream())
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).intValue())
                .findFirst();
    }

    /** All its metrics, with this target in place of the one there is, or besides the others. */
    static List<Object> metrics(LiveObject autoscaler, int percent) {
        List<Object> metrics = new ArrayList<>(autoscaler
                .children("spec", "metrics")
                .<Object>map(metric -> isCpu(metric) ? metric(percent) : metric)
                .toList());
        if (!metrics.contains(metric(percent))) {
            metrics.add(metric(percent));
        }
        return metrics;
    }

    static Map<String, Object> metric(int percent) {
        return Map.of(
                "type",
                "Resource",
                "resource",
                Map.of("name", "cpu", "target", Map.of("type", "Utilization", "averageUtilization", percent)));
    }

    /** As a patch names it, for an autoscaler that has no other metric. */
    static String inJson(int percent) {
        return ",\"metrics\":[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":"
                + "{\"type\":\"Utilization\",\"averageUtilization\":" + percent + "}}}]";
    }

    private static boolean isCpu(Map<?, ?> metric) {
        return metric.get("resource") instanceof Map<?, ?> resource
                && "cpu".equals(resource.get("name"))
                && resource.get("target") instanceof Map<?, ?> target
                && "Utilization".equals(target.get("type"));
    }
}
