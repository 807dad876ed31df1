package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.spi.MetricFacts;
import io.pilothouse.fleet.spi.MetricFacts.Figure;
import io.pilothouse.fleet.spi.MetricFacts.Measurement;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads all figures of the picture from Prometheus once. */
final class MetricReading {

    private MetricReading() {}

    static MetricState read(MetricFacts metrics) throws SourceUnavailable {
        Map<String, Double> cpu = byPod(metrics, Figure.POD_CPU);
        Map<String, Double> memory = byPod(metrics, Figure.POD_MEMORY);
        return new MetricState(
                usage(cpu, memory),
                byPod(metrics, Figure.BROKER_BYTES_IN),
                byPod(metrics, Figure.BROKER_BYTES_OUT),
                byPod(metrics, Figure.BROKER_FOLLOWER_LAG),
                written(metrics));
    }

    /** A pod that lacks one of the two has no usage: half of it would be shown as a zero. */
    private static Map<String, Usage> usage(Map<String, Double> cpu, Map<String, Double> memory) {
        Map<String, Usage> usage = new HashMap<>();
        cpu.forEach((pod, cores) ->
                Optional.ofNullable(memory.get(pod)).ifPresent(bytes -> usage.put(pod, new Usage(cores, bytes))));
        return Map.copyOf(usage);
    }

    private static Map<String, Double> byPod(MetricFacts metrics, Figure figure) throws SourceUnavailable {
        Map<String, Double> values = new HashMap<>();
        for (Measurement measurement : metrics.read(figure)) {
            values.merge(pod(measurement), measurement.value(), Math::max);
        }
        return Map.copyOf(values);
    }

    private static Map<String, Map<String, Double>> written(MetricFacts metrics) throws SourceUnavailable {
        return metrics.read(Figure.RECORDS_WRITTEN).stream()
                .filter(measurement -> measurement.labels().containsKey("topic"))
                .collect(Collectors.groupingBy(
                        MetricReading::pod,
                        Collectors.toMap(
                                measurement -> measurement.labels().getOrDefault("topic", ""),
                                Measurement::value,
                                Math::max)));
    }

    private static String pod(Measurement measurement) {
        return measurement.labels().get("namespace") + "/"
                + measurement.labels().get("pod");
    }
}
