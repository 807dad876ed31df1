package io.pilothouse.testbed.kubelet;

import io.pilothouse.testbed.kubelet.ContainerState.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The usage of a node's pods with the names, labels and timestamps of the kubelet's {@code /metrics/resource}. A node's own
 * figures are the sums over its pods and what a node's system would use: the machine's would count six times, and
 * metrics-server leaves out a node that uses nothing.
 */
final class ResourceMetrics {

    private record Sample(String pod, String namespace, String container, Instant startedAt, Usage usage) {

        String containerLabels() {
            return "{container=\"" + container + "\",namespace=\"" + namespace + "\",pod=\"" + pod + "\"}";
        }

        String podLabels() {
            return "{namespace=\"" + namespace + "\",pod=\"" + pod + "\"}";
        }
    }

    private static final double SYSTEM_CORES = 0.04;
    private static final long SYSTEM_BYTES = 700L << 20;

    private final StringBuilder text = new StringBuilder();
    private final long millis;
    private final double systemSeconds;

    private ResourceMetrics(Instant nodeStart, Instant now) {
        this.millis = now.toEpochMilli();
        this.systemSeconds = SYSTEM_CORES * Duration.between(nodeStart, now).toMillis() / 1e3;
    }

    /** The page for one node, at the given time. */
    static String of(List<PodPicture> pods, Instant nodeStart, Instant now) {
        ResourceMetrics metrics = new ResourceMetrics(nodeStart, now);
        metrics.write(samples(pods));
        return metrics.text.toString();
    }

    private static List<Sample> samples(List<PodPicture> pods) {
        List<Sample> samples = new ArrayList<>();
        for (PodPicture pod : pods) {
            for (ContainerPicture container : pod.containers()) {
                if (container.state() instanceof Running running) {
                    running.process()
                            .usage()
                            .ifPresent(usage -> samples.add(new Sample(
                                    pod.pod().getMetadata().getName(),
                                    pod.pod().getMetadata().getNamespace(),
                                    container.name(),
                                    running.startedAt(),
                                    usage)));
                }
            }
        }
        return samples;
    }

    private void write(List<Sample> samples) {
        head(
                "container_cpu_usage_seconds_total",
                "counter",
                "Cumulative cpu time consumed by the container in core-seconds");
        samples.forEach(sample -> timed(
                "container_cpu_usage_seconds_total",
                sample.containerLabels(),
                sample.usage().cpuSeconds()));
        head("container_memory_working_set_bytes", "gauge", "Current working set of the container in bytes");
        samples.forEach(sample -> timed(
                "container_memory_working_set_bytes",
                sample.containerLabels(),
                sample.usage().workingSetBytes()));
        head("container_start_time_seconds", "gauge", "Start time of the container since unix epoch in seconds");
        samples.forEach(sample -> untimed(
                "container_start_time_seconds",
                sample.containerLabels(),
                sample.startedAt().toEpochMilli() / 1e3));
        head("node_cpu_usage_seconds_total", "counter", "Cumulative cpu time consumed by the node in core-seconds");
        timed("node_cpu_usage_seconds_total", "", systemSeconds + cpu(samples));
        head("node_memory_working_set_bytes", "gauge", "Current working set of the node in bytes");
        timed("node_memory_working_set_bytes", "", SYSTEM_BYTES + memory(samples));
        Map<String, List<Sample>> byPod =
                samples.stream().collect(Collectors.groupingBy(Sample::podLabels, TreeMap::new, Collectors.toList()));
        head("pod_cpu_usage_seconds_total", "counter", "Cumulative cpu time consumed by the pod in core-seconds");
        byPod.forEach((labels, ofPod) -> timed("pod_cpu_usage_seconds_total", labels, cpu(ofPod)));
        head("pod_memory_working_set_bytes", "gauge", "Current working set of the pod in bytes");
        byPod.forEach((labels, ofPod) -> timed("pod_memory_working_set_bytes", labels, memory(ofPod)));
        head("resource_scrape_error", "gauge", "1 if there was an error while getting container metrics, 0 otherwise");
        untimed("resource_scrape_error", "", 0);
    }

    private static double cpu(List<Sample> samples) {
        return samples.stream()
                .mapToDouble(sample -> sample.usage().cpuSeconds())
                .sum();
    }

    private static double memory(List<Sample> samples) {
        return samples.stream()
                .mapToDouble(sample -> sample.usage().workingSetBytes())
                .sum();
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(" [STABLE] ").append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void timed(String name, String labels, double value) {
        sample(name, labels, value);
        text.append(' ').append(millis).append('\n');
    }

    private void untimed(String name, String labels, double value) {
        sample(name, labels, value);
        text.append('\n');
    }

    private void sample(String name, String labels, double value) {
        text.append(name).append(labels).append(' ').append(String.format(Locale.ROOT, "%.6f", value));
    }
}
