package io.pilothouse.fleet.spi;

import java.util.List;

/** The objects of one namespace, each kind by name. */
public record NamespaceFacts(
        String name,
        List<WorkloadFacts> workloads,
        List<PodFacts> pods,
        List<AutoscalerFacts> autoscalers,
        List<KafkaResourceFacts> kafkas,
        List<NodePoolFacts> nodePools) {}
