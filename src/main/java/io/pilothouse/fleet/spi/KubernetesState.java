package io.pilothouse.fleet.spi;

import io.pilothouse.base.Failure;
import java.util.List;
import java.util.Map;

/**
 * What the Kubernetes API says, reduced to what the picture needs.
 *
 * @param namespaces by name
 * @param nodes by name; empty when they may not be read
 * @param storage what stands behind claims
 * @param gaps kinds that cannot be read although the API server answers, each with the reason; usually empty
 */
public record KubernetesState(
        Map<String, NamespaceFacts> namespaces,
        Map<String, NodeFacts> nodes,
        StorageFacts storage,
        List<Failure> gaps) {}
