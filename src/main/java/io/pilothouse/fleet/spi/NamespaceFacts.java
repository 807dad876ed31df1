package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Event;
import java.util.List;

/**
 * The objects of one namespace, each kind by name.
 *
 * @param revisions of its workloads
 * @param events newest first
 */
public record NamespaceFacts(
        String name,
        List<WorkloadFacts> workloads,
        List<PodFacts> pods,
        List<AutoscalerFacts> autoscalers,
        List<KafkaResourceFacts> kafkas,
        List<NodePoolFacts> nodePools,
        List<RevisionFacts> revisions,
        List<Event> events) {

    /** The same with other events. */
    public NamespaceFacts withEvents(List<Event> others) {
        return new NamespaceFacts(name, workloads, pods, autoscalers, kafkas, nodePools, revisions, others);
    }
}
