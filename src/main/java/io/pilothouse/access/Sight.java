package io.pilothouse.access;

import io.pilothouse.base.ClusterId;
import java.util.Map;
import java.util.Set;

/**
 * What one person may see, as Kubernetes RBAC decided.
 *
 * @param everywhere kinds they may list in all namespaces
 * @param within for each other kind, the namespaces in which they may list it
 * @param clusters Kafka clusters whose {@code Kafka} resource they may get
 */
public record Sight(Set<ReadableKind> everywhere, Map<ReadableKind, Set<String>> within, Set<ClusterId> clusters) {

    /** Sees nothing at all. */
    public static final Sight NOTHING = new Sight(Set.of(), Map.of(), Set.of());

    public Sight {
        everywhere = Set.copyOf(everywhere);
        within = Map.copyOf(within);
        clusters = Set.copyOf(clusters);
    }

    /** Whether they may list objects of the kind in the namespace. */
    public boolean sees(ReadableKind kind, String namespace) {
        return everywhere.contains(kind) || within.getOrDefault(kind, Set.of()).contains(namespace);
    }

    /** Whether they may get the {@code Kafka} resource of the cluster. */
    public boolean sees(ClusterId cluster) {
        return clusters.contains(cluster);
    }
}
