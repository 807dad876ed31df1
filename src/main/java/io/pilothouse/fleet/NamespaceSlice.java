package io.pilothouse.fleet;

import java.util.List;

/** What the picture holds of one namespace; workloads by name. */
public record NamespaceSlice(String name, List<Workload> workloads) {

    public NamespaceSlice {
        workloads = List.copyOf(workloads);
    }
}
