package io.pilothouse.fleet;

import java.util.List;

/**
 * What the picture holds of one namespace.
 *
 * @param workloads by name
 * @param otherPods pods that belong to none of the workloads, such as those of Jobs and of the nodes themselves, by name
 */
public record NamespaceSlice(String name, List<Workload> workloads, List<Pod> otherPods) {

    public NamespaceSlice {
        workloads = List.copyOf(workloads);
        otherPods = List.copyOf(otherPods);
    }
}
