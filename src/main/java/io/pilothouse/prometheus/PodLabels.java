package io.pilothouse.prometheus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which labels a series says whose pod it is of. {@code kubernetes_pod_name} is that of the PodMonitor in Strimzi's examples, beside
 * which Prometheus' operator sets {@code pod} as well.
 */
final class PodLabels {

    private static final List<String> NAMESPACE = List.of("namespace", "kubernetes_namespace");
    private static final List<String> POD = List.of("kubernetes_pod_name", "pod");

    /** All of them. */
    static final List<String> NAMES =
            Stream.concat(NAMESPACE.stream(), POD.stream()).toList();

    private PodLabels() {}

    /** The labels {@code namespace} and {@code pod}; empty when the series does not say both. */
    static Optional<Map<String, String>> of(Map<String, String> labels) {
        return first(labels, NAMESPACE)
                .flatMap(namespace -> first(labels, POD).map(pod -> Map.of("namespace", namespace, "pod", pod)));
    }

    private static Optional<String> first(Map<String, String> labels, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(labels.get(name)).stream())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
