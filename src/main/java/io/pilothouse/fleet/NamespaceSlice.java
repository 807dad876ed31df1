package io.pilothouse.fleet;

import java.util.List;

/**
 * What the picture holds of one namespace.
 *
 * @param workloads by name
 * @param otherPods pods that belong to none of the workloads, such as those of Jobs and of the nodes themselves, by name
 * @param events what happened lately, newest first
 * @param quotas by name
 * @param limitRanges by name
 */
public record NamespaceSlice(
        String name,
        List<Workload> workloads,
        List<Pod> otherPods,
        List<Event> events,
        List<Quota> quotas,
        List<LimitRange> limitRanges) {

    public NamespaceSlice {
        workloads = List.copyOf(workloads);
        otherPods = List.copyOf(otherPods);
        events = List.copyOf(events);
        quotas = List.copyOf(quotas);
        limitRanges = List.copyOf(limitRanges);
    }

    /** The same with other events. */
    public NamespaceSlice withEvents(List<Event> others) {
        return new NamespaceSlice(name, workloads, otherPods, others, quotas, limitRanges);
    }
}
