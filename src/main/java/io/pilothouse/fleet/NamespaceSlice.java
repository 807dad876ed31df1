package io.pilothouse.fleet;

import java.util.List;

/**
 * What the picture holds of one namespace.
 *
 * @param workloads by name
 * @param otherPods pods that belong to none of the workloads, such as those of Jobs and of the nodes themselves, by name
 * @param events what happened lately, newest first
 */
public record NamespaceSlice(String name, List<Workload> workloads, List<Pod> otherPods, List<Event> events) {

    public NamespaceSlice {
        workloads = List.copyOf(workloads);
        otherPods = List.copyOf(otherPods);
        events = List.copyOf(events);
    }

    /** The same with other events. */
    public NamespaceSlice withEvents(List<Event> others) {
        return new NamespaceSlice(name, workloads, otherPods, others);
    }
}
