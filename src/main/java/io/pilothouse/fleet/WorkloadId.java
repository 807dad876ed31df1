package io.pilothouse.fleet;

/** What a workload is known by. */
public record WorkloadId(String namespace, WorkloadKind kind, String name) {

    /** {@code namespace/kind/name}, as in its URL. */
    @Override
    public String toString() {
        return namespace + "/" + kind.slug() + "/" + name;
    }
}
