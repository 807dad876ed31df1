package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.StrimziResources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one namespace, each kind by name.
 *
 * @param revisions of its workloads
 * @param events newest first
 * @param operated what Strimzi's operators take up beside the Kafka clusters themselves
 */
public record NamespaceFacts(
        String name,
        List<WorkloadFacts> workloads,
        List<PodFacts> pods,
        List<AutoscalerFacts> autoscalers,
        List<KafkaResourceFacts> kafkas,
        List<NodePoolFacts> nodePools,
        List<RevisionFacts> revisions,
        List<DisruptionBudgetFacts> budgets,
        List<Event> events,
        List<ScaledObjectFacts> scaledObjects,
        List<ClaimFacts> claims,
        List<Quota> quotas,
        List<LimitRange> limitRanges,
        StrimziResources operated,
        List<NetworkServiceFacts> networkServices) {

    /**
     * Whether the other holds the very same objects, by the instances that a source keeps while they do not change. Events come all the time, and
     * are none of them.
     */
    public boolean sameObjects(@Nullable NamespaceFacts other) {
        return this == other
                || other != null
                        && workloads == other.workloads
                        && pods == other.pods
                        && autoscalers == other.autoscalers
                        && kafkas == other.kafkas
                        && nodePools == other.nodePools
                        && revisions == other.revisions
                        && budgets == other.budgets
                        && scaledObjects == other.scaledObjects
                        && claims == other.claims
                        && quotas == other.quotas
                        && limitRanges == other.limitRanges
                        && operated == other.operated
                        && networkServices == other.networkServices;
    }

    /** The same with other events. */
    public NamespaceFacts withEvents(List<Event> others) {
        return new NamespaceFacts(
                name,
                workloads,
                pods,
                autoscalers,
                kafkas,
                nodePools,
                revisions,
                budgets,
                others,
                scaledObjects,
                claims,
                quotas,
                limitRanges,
                operated,
                networkServices);
    }
}
